import { useState } from 'preact/hooks'

interface FileInputProps {
  readonly label: string
  readonly hint: string
  /** Endings that the browser's dialogue offers: `.csv,.txt`. */
  readonly accept: string
  readonly onFile: (file: File) => void
}

/** A place to drop a file, or to choose one. */
export function FileInput({ label, hint, accept, onFile }: FileInputProps) {
  const [over, setOver] = useState(false)
  return (
    <label
      class="file"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer?.files[0]
        if (file) onFile(file)
      }}
    >
      <span class="file-button">{label}</span>
      <span class="hint">{hint}</span>
      <input
        type="file"
        class="visually-hidden"
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          // The same file may be chosen again after it was mended.
          currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </label>
  )
}
