interface LaneProps {
  readonly name: string
  readonly figure: string
  /** Of the way, 0 … 1: what was run and timed, then what is reckoned from that. */
  readonly measured: number
  readonly reckoned: number
}

/** One way to a gradient as a track: how far it is, solid where it was measured, hatched where it is reckoned. */
export function Lane({ name, figure, measured, reckoned }: LaneProps) {
  const percent = (share: number) => `${(100 * Math.min(1, share)).toFixed(3)}%`
  return (
    <div class="lane-row">
      <span class="lane-name">{name}</span>
      <span class="track" aria-hidden="true">
        <span class="track-reckoned" style={{ width: percent(measured + reckoned) }} />
        <span class="track-measured" style={{ width: percent(measured) }} />
      </span>
      <span class="lane-figure">{figure}</span>
    </div>
  )
}
