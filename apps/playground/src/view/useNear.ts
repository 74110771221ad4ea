import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** Of the window's height: so far outside of it, an element is still near. */
const MARGIN = '50%'

/** Whether an element is in sight or nearly so: what is costly to draw need not follow every change where no one sees it. */
export function useNear<E extends Element>(): readonly [ref: RefObject<E | null>, isNear: boolean] {
  const ref = useRef<E>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), { rootMargin: MARGIN })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, isNear]
}
