import { useEffect, useRef, useState } from 'preact/hooks'

const SPEAK_MS = 4000

/** For those who hear the page: what `sentence` says then, every few seconds and no more; what it said before where it is silent. */
export function Spoken({ sentence }: { readonly sentence: () => string }) {
  const [said, say] = useState('')
  const latest = useRef(sentence)
  latest.current = sentence
  useEffect(() => {
    const timer = setInterval(() => say((before) => latest.current() || before), SPEAK_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  )
}
