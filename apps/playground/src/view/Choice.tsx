interface ChoiceProps<T extends string> {
  readonly label: string
  readonly names: readonly T[]
  readonly value: T
  readonly onChoose: (name: T) => void
  readonly nameOf?: (name: T) => string
}

/** One of several names, in the browser's own list. */
export function Choice<T extends string>({ label, names, value, onChoose, nameOf = String }: ChoiceProps<T>) {
  return (
    <label class="choice">
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const name = names[currentTarget.selectedIndex]
          if (name !== undefined) onChoose(name)
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {nameOf(name)}
          </option>
        ))}
      </select>
    </label>
  )
}
