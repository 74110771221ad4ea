/** Text that is cut where records end, and how much of it is left. */
export interface RecordText {
  /** The text up to the last end of a record, with what was left before; empty where none ends in it. */
  add(piece: string): string
  /** What is left when nothing comes any more. */
  rest(): string
  /** How many characters the record under way has so far. */
  readonly waiting: number
}

/**
 * Cuts CSV text that comes piece by piece at ends of records: at ends of lines outside quotes. Within quotes their count is odd. Text with a stray
 * quote is cut later, and as one with the quote in it.
 *
 * Shapes: none; text in, text out. \r\n is not cut.
 */
export function recordText(): RecordText {
  let parts: string[] = []
  let waiting = 0
  let quoted = false
  let held = ''

  /** Where the last record ends in the text, 0 where none does. */
  function endIn(text: string): number {
    let end = 0
    for (let from = 0; ; ) {
      const quote = text.indexOf('"', from)
      if (!quoted) end = lastEnd(text, from, quote < 0 ? text.length : quote) ?? end
      if (quote < 0) return end
      quoted = !quoted
      from = quote + 1
    }
  }

  return {
    get waiting() {
      return waiting
    },
    add(piece) {
      const all = held + piece
      held = all.endsWith('\r') ? '\r' : ''
      const text = held === '' ? all : all.slice(0, -1)
      const end = endIn(text)
      const whole = end === 0 ? '' : parts.join('') + text.slice(0, end)
      if (end > 0) [parts, waiting] = [[], 0]
      parts.push(text.slice(end))
      waiting += text.length - end
      return whole
    },
    rest: () => parts.join('') + held,
  }
}

/** Only this part is looked at: a search backwards through all of the text, at each quote, would take its square. */
function lastEnd(text: string, from: number, to: number): number | undefined {
  const part = from === 0 && to === text.length ? text : text.slice(from, to)
  const end = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r'))
  return end < 0 ? undefined : from + end + 1
}
