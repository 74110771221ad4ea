import { formatNumber } from '../../number/formatNumber.js'
import { choose, state, text } from '../../state/store.js'
import { walked } from './experiments.js'
import { MOST_LISTED, type Listed } from './listed.js'
import { list, pathLookedAt, pointedPath } from './looking.js'

/** Every path, the strongest first, with its factors and their product; what is ticked is added up. The picture's table. */
export function PathList() {
  const { paths } = text.value
  const strongest = Math.abs(list.value[0]?.product ?? 0)
  return (
    <div class="path-list" role="group" aria-label={paths.list} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{paths.list}</caption>
        <thead>
          <tr>
            <th scope="col">{paths.add}</th>
            <th scope="col">{paths.route}</th>
            <th scope="col" class="numbers">{paths.product}</th>
            <th scope="col" class="numbers">{paths.factors}</th>
          </tr>
        </thead>
        <tbody onPointerLeave={() => (pointedPath.value = '')}>
          {list.value.map((entry) => (
            <Row key={entry.name} entry={entry} share={strongest > 0 ? Math.abs(entry.product) / strongest : 0} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ entry: { name, product, path }, share }: { readonly entry: Listed; readonly share: number }) {
  const { paths } = text.value
  const { added } = state.value
  const id = `path-${name}`
  const route = path ? name.replaceAll('.', ' → ') : paths.rest(walked.value.count - MOST_LISTED)
  const look = () => (pointedPath.value = name)
  return (
    <tr data-path={name} data-looked-at={path !== undefined && path === pathLookedAt.value} onPointerEnter={look} onFocusIn={look} onFocusOut={() => (pointedPath.value = '')}>
      <td class="tick-box">
        <label>
          <input
            id={id}
            type="checkbox"
            aria-label={path ? paths.addPath(route) : route}
            checked={added.includes(name)}
            onChange={({ currentTarget }) => choose({ added: currentTarget.checked ? [...added, name] : added.filter((other) => other !== name) })}
          />
        </label>
      </td>
      <th scope="row">
        <label for={id}>{route}</label>
      </th>
      <td class="numbers product" data-sign={product < 0 ? 'negative' : 'positive'} style={{ '--share': `${(100 * Math.min(1, share)).toFixed(1)}%` }}>
        {formatNumber(product)}
      </td>
      <td class="numbers factor-numbers">{path?.factors.map((factor) => formatNumber(factor)).join(' · ')}</td>
    </tr>
  )
}
