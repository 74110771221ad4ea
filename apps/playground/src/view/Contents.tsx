import { text } from '../state/store.js'
import type { SectionName } from '../sections/sections.js'

/** Where to go on the page. The address holds the state, so a jump leaves it as it is. */
export function Contents({ names }: { readonly names: readonly SectionName[] }) {
  const words = text.value
  return (
    <nav class="contents" aria-label={words.sections}>
      <ol>
        {names.map((name) => (
          <li key={name}>
            <a
              href={`#${name}`}
              onClick={(event) => {
                event.preventDefault()
                const heading = document.getElementById(name)
                heading?.scrollIntoView()
                heading?.focus({ preventScroll: true })
              }}
            >
              {words[name].heading}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
