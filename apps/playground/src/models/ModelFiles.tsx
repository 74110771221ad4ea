import type { Model } from '@nablajs/model-io'
import { useState } from 'preact/hooks'
import { text } from '../state/store.js'
import { FileInput } from '../view/FileInput.js'
import { LARGEST_MODEL, modelFormats, readModel, writeModel, type Keepsake, type ModelFormat } from './modelFormats.js'
import { saveFile } from './saveFile.js'

const MEGABYTE = 1e6

interface ModelFilesProps {
  /** The name of its files, without an ending. */
  readonly name: string
  /** The network as it is now. */
  readonly network: () => Keepsake
  /** Takes the network of a file; returns why it cannot be taken, where that is so. */
  readonly onModel: (model: Model) => string | undefined
}

/** What became of the last file. */
type Outcome = { readonly kind: 'none' } | { readonly kind: 'taken'; readonly name: string } | { readonly kind: 'unfit'; readonly why: string } | { readonly kind: 'refused'; readonly message: string }

/** The network as a file, out and in. */
export function ModelFiles({ name, network, onModel }: ModelFilesProps) {
  const { models } = text.value
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const refuse = (error: unknown) => setOutcome({ kind: 'refused', message: error instanceof Error ? error.message : String(error) })

  async function save(format: ModelFormat): Promise<void> {
    saveFile(`${name}.${format}`, await writeModel(network(), format))
    setOutcome({ kind: 'none' })
  }

  async function load(file: File): Promise<void> {
    if (file.size > LARGEST_MODEL) return setOutcome({ kind: 'unfit', why: models.tooLarge(Math.ceil(file.size / MEGABYTE), LARGEST_MODEL / MEGABYTE) })
    const model = await readModel(new Uint8Array(await file.arrayBuffer()), file.name)
    const why = onModel(model)
    setOutcome(why === undefined ? { kind: 'taken', name: file.name } : { kind: 'unfit', why })
  }

  return (
    <div class="models">
      <h3>{models.heading}</h3>
      <div class="controls">
        <span class="buttons">
          {modelFormats.map((format) => (
            <button key={format} type="button" aria-label={models.save(format)} onClick={() => void save(format).catch(refuse)}>
              {format}
            </button>
          ))}
        </span>
        <FileInput label={models.choose} hint={models.drop} accept=".safetensors,.json" onFile={(file) => void load(file).catch(refuse)} />
      </div>
      {outcome.kind === 'taken' && <p role="status">{models.taken(outcome.name)}</p>}
      {outcome.kind === 'unfit' && <p class="note" role="alert">{outcome.why}</p>}
      {outcome.kind === 'refused' && (
        <p class="note" role="alert">
          <span>{models.refused} <span lang="en">{outcome.message}</span></span>
        </p>
      )}
    </div>
  )
}
