import { useEffect } from 'preact/hooks'
import { ForwardSection } from './sections/forward/ForwardSection.js'
import { TrainingSection } from './sections/training/TrainingSection.js'
import { languageTag, text } from './state/store.js'
import { Header } from './view/Header.js'
import { startLighting } from './view/lighting.js'

/** The whole page. */
export function Page() {
  useEffect(startLighting, [])
  useEffect(() => {
    document.documentElement.lang = languageTag.value
    document.title = text.value.title
  }, [languageTag.value])
  return (
    <>
      <Header />
      <main>
        <ForwardSection />
        <TrainingSection />
      </main>
    </>
  )
}
