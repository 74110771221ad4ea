import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { litBy } from '../../view/lighting.js'
import { arithmetic, type Part } from './arithmetic.js'
import { current, place } from './told.js'

/** The equation for one neuron with its numbers in it; it breaks where the page is narrow. */
export function NumbersLine() {
  return (
    <p class="numbers-line" aria-label={text.value.equations.inNumbers} role="group">
      {arithmetic(current.value, place.value).map((part, i, parts) => (
        <Term key={i} part={part} after={parts[i - 1]} />
      ))}
    </p>
  )
}

function Term({ part, after }: { readonly part: Part; readonly after: Part | undefined }) {
  if (typeof part === 'string') return <span>{part}</span>
  // A minus after a sign stands in parentheses.
  const number = part.value < 0 && ['·', '+', '−'].some((sign) => sign === after) ? `(${formatNumber(part.value)})` : formatNumber(part.value)
  return (
    <span class="factor" {...(part.of !== undefined && { 'data-s': part.of, ref: litBy(part.of) })}>
      {number}
    </span>
  )
}
