import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { sectionNames, sections } from './sections/sections.js'
import { languageTag, text } from './state/store.js'
import { Contents } from './view/Contents.js'
import { Header } from './view/Header.js'
import { startLighting } from './view/lighting.js'

/** The whole page. */
export function Page() {
  useEffect(startLighting, [])
  useEffect(startNaming, [])
  return (
    <>
      <Header />
      <Contents names={sectionNames} />
      <main>
        {sectionNames.map((name) => {
          const Section = sections[name]
          return <Section key={name} />
        })}
      </main>
    </>
  )
}

/** What lies outside of the page's elements: its language, for voices and fonts, and its title. */
function startNaming(): () => void {
  return effect(() => {
    document.documentElement.lang = languageTag.value
    document.title = text.value.title
  })
}
