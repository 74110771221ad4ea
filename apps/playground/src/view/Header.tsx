import { useState } from 'preact/hooks'
import { choose, language, link, refusals, text } from '../state/store.js'
import { languages, type Language } from '../words/languages.js'
import { Choice } from './Choice.js'

/** Each language by its own name, whatever the page's. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', zh: '简体中文' }

/** Title, language, link, and what could not be read of the link that led here. */
export function Header() {
  const words = text.value
  const [copied, setCopied] = useState<'' | 'linkCopied' | 'linkFailed'>('')
  const copy = async () => {
    const done = await navigator.clipboard.writeText(link()).then(() => true, () => false)
    setCopied(done ? 'linkCopied' : 'linkFailed')
  }
  return (
    <header>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="controls">
        <Choice label={words.language} names={languages} value={language.value} nameOf={(name) => ownNames[name]} onChoose={(name) => choose({ language: name })} />
        <button type="button" onClick={() => void copy()}>
          {words.copyLink}
        </button>
        <span role="status">{copied && words[copied]}</span>
      </div>
      {refusals.value.map(({ key, got, expected }) => (
        <p key={key} class="note" role="alert">
          {words.refused(key, got, expected)}
          <button type="button" aria-label={words.dismiss} onClick={() => (refusals.value = refusals.value.filter((refusal) => refusal.key !== key))}>
            ×
          </button>
        </p>
      ))}
    </header>
  )
}
