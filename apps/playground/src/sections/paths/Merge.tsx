import { computed } from '@preact/signals'
import { addressText } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { adjust, choose, languageTag, text } from '../../state/store.js'
import { sizes, valueAt } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { Symbol } from '../../view/Symbol.js'
import { CostSlope } from './CostSlope.js'
import { organised, walked } from './experiments.js'
import { merged, mergeable, mergedFrom } from './looking.js'
import { mergeSentence } from './mergeSentence.js'
import { multiplications, waysBetween } from './multiplications.js'

const grouped = computed(() => new Intl.NumberFormat(languageTag.value))

/** Steps from the last layer back, at each of which every shared end of paths becomes one sum, until the one that is left is δ. */
export function Merge() {
  const { paths } = text.value
  if (mergeable.value === 0) return <p class="verdict">{paths.last}</p>
  return (
    <>
      <div class="controls merge-steps">
        <button type="button" aria-label={paths.back} title={paths.back} disabled={merged.value === 0} onClick={() => choose({ merged: merged.value - 1 })}>
          ‹
        </button>
        <input
          type="range"
          min={0}
          max={mergeable.value}
          step={1}
          value={merged.value}
          aria-label={paths.steps}
          aria-valuetext={mergeSentence()}
          onInput={({ currentTarget }) => adjust({ merged: Number(currentTarget.value) })}
        />
        <button type="button" aria-label={paths.forth} title={paths.forth} disabled={merged.value === mergeable.value} onClick={() => choose({ merged: merged.value + 1 })}>
          ›
        </button>
      </div>
      <p class="merge-sentence">{mergeSentence()}</p>
      <Counter />
      {merged.value > 0 && <Sums />}
      {merged.value === mergeable.value && <p class="verdict">{paths.complete}</p>}
    </>
  )
}

/** How many multiplications it takes, for every path by itself and merged as far as it is. */
function Counter() {
  const { paths } = text.value
  const net = sizes.value
  const { layer } = walked.value.weight
  const [byItself, sofar] = [multiplications(net, layer, net.length), multiplications(net, layer, mergedFrom.value)]
  return (
    <>
      <table class="counter">
        <thead>
          <tr>
            <td>{paths.multiplications}</td>
            <th scope="col" class="numbers">{paths.forOne}</th>
            <th scope="col" class="numbers">{paths.forLayer((net[layer - 1] ?? 0) * (net[layer - 2] ?? 0))}</th>
          </tr>
        </thead>
        <tbody>
          {([['walked', byItself], ['organised', sofar]] as const).map(([name, { forOne, forLayer }]) => (
            <tr key={name} data-count={name}>
              <th scope="row">{paths[name]}</th>
              <td class="numbers">{grouped.value.format(forOne)}</td>
              <td class="numbers count">{grouped.value.format(forLayer)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{paths.serves}</p>
    </>
  )
}

/** What the merged ends add up to at each neuron of the layer that is reached, and the error of it. */
function Sums() {
  const { paths } = text.value
  const layer = mergedFrom.value
  const net = sizes.value
  const sums = organised.value.layers.find((one) => one.layer === layer)?.sums ?? []
  return (
    <div class="path-list" role="group" aria-label={paths.waysSum} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{paths.endOf}</th>
            <th scope="col" class="numbers">{paths.waysOn}</th>
            <th scope="col" class="numbers">{paths.waysSum}</th>
            <th scope="col" class="numbers">{paths.error}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map((sum, q) => {
            const delta = addressText({ kind: 'delta', layer, j: q + 1 })
            return (
              <tr key={q} data-s={delta} ref={litBy(delta)}>
                <th scope="row">{q + 1}</th>
                <td class="numbers">{String(waysBetween(net, layer, net.length))}</td>
                <td class="numbers">
                  <math>
                    <CostSlope layer={layer} j={q + 1} />
                    <mo>=</mo>
                    <mn>{formatNumber(sum)}</mn>
                  </math>
                </td>
                <td class="numbers">
                  <math>
                    <Symbol of={{ kind: 'delta', layer, j: q + 1 }} />
                    <mo>=</mo>
                    <mn>{formatNumber(valueAt(delta))}</mn>
                  </math>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
