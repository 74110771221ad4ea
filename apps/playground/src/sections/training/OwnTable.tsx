import { text } from '../../state/store.js'
import { Choice } from '../../view/Choice.js'
import { FileInput } from '../../view/FileInput.js'
import { chooseTarget, LARGEST_TABLE, leaveTable, ownTable, readFile, reading } from './ownTable.js'

const MEGABYTE = 1e6

/** The reader's own table: a file to train on, the column to predict, and what became of each column. */
export function OwnTable() {
  const { ownTable: words } = text.value.training
  const table = ownTable.value
  return (
    <div class="own-table">
      <div class="controls">
        <FileInput label={words.choose} hint={words.drop} accept=".csv,.tsv,.txt,text/csv" onFile={readFile} />
        {table && (
          <>
            <Choice label={words.target} names={table.columns} value={table.target} onChoose={chooseTarget} />
            <button type="button" onClick={leaveTable}>{words.leave}</button>
          </>
        )}
      </div>
      <TableTrouble />
      {table && (
        <>
          <p role="status">
            {words.read(table.name, table.samples.size, table.samples.inputs.rows)} {table.classes ? words.classes(table.target, table.classes.length) : words.number(table.target)}
          </p>
          <details>
            <summary>{words.decisions}</summary>
            <table lang="en">
              <tbody>
                {table.decisions.map(({ name, use, why, warning }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{use}</td>
                    <td>{warning ? `${why}; ${warning}` : why}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </div>
  )
}

/** Why a file was not read. */
function TableTrouble() {
  const { ownTable: words } = text.value.training
  const now = reading.value
  if (now.name === 'reading') return <p role="status">{words.reading}</p>
  if (now.name === 'silent') return <p class="note" role="alert">{words.silent}</p>
  if (now.name === 'tooLarge') return <p class="note" role="alert">{words.tooLarge(Math.ceil(now.bytes / MEGABYTE), LARGEST_TABLE / MEGABYTE)}</p>
  if (now.name === 'refused') {
    return (
      <p class="note" role="alert">
        <span>{words.refused} <span lang="en">{now.message}</span></span>
      </p>
    )
  }
  return null
}
