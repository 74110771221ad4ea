/** How long a round is to be, and how many samples it takes to be so long. */
export interface Pace {
  readonly samples: number
}

/** Warming up ends when this many times the length of a round has gone by, or as soon as one run was half a round long. */
const PATIENCE = 2

/** Runs until the speed is known and the engine has compiled what it will, then chooses the samples of a round. */
export async function findPace(run: (samples: number) => Promise<number>, granularity: number, seconds: number): Promise<Pace> {
  const rounded = (samples: number) => Math.max(1, Math.round(samples / granularity)) * granularity
  let samples = granularity
  let spent = 0
  for (;;) {
    const took = await run(samples)
    spent += took
    const wanted = rounded((samples / Math.max(took, 1e-9)) * seconds)
    if ((took > seconds / 2 && spent > PATIENCE * seconds) || spent > 2 * PATIENCE * seconds) {
      if (wanted !== samples && took < 2 * seconds) await run(wanted)
      return { samples: wanted }
    }
    samples = Math.min(samples * 4, wanted)
  }
}
