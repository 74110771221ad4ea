import { text } from '../state/store.js'

interface TableTwinProps {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The numbers of a picture as a table, folded away beneath it. */
export function TableTwin({ columns, rows }: TableTwinProps) {
  return (
    <details class="table-twin">
      <summary>{text.value.training.table}</summary>
      <table>
        <thead>
          <tr>
            {columns.map((name) => <th key={name} scope="col">{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((number, i) => <td key={columns[i]}>{number}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
