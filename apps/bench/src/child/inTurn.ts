/** Seconds of a call, round by round. */
export interface Times {
  readonly one: number[]
  readonly other: number[]
}

/** Times two functions in turn, round after round; calls are repeated until a round takes so many seconds. */
export function inTurn(one: () => void, other: () => void, rounds: number, seconds: number): Times {
  const [calls, otherCalls] = [callsOf(one, seconds), callsOf(other, seconds)]
  const times: Times = { one: [], other: [] }
  for (let round = 0; round < rounds; round++) {
    times.one.push(timeOf(one, calls))
    times.other.push(timeOf(other, otherCalls))
  }
  return times
}

/** How many calls take so long, found by doubling, which warms up as well. */
function callsOf(call: () => void, seconds: number): number {
  for (let calls = 1; ; calls *= 2) {
    const took = timeOf(call, calls) * calls
    if (took > seconds / 2) return Math.max(1, Math.round((calls * seconds) / took))
  }
}

function timeOf(call: () => void, calls: number): number {
  const began = performance.now()
  for (let i = 0; i < calls; i++) call()
  return (performance.now() - began) / 1000 / calls
}
