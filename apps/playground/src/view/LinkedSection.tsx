import type { ComponentChildren } from 'preact'
import { readAddress } from '../address/address.js'
import { formatNumber } from '../number/formatNumber.js'
import { state } from '../state/store.js'
import { lookAt, pointed, sizes, valueAt } from './focus.js'
import { quantityName } from './quantityName.js'

interface LinkedSectionProps {
  /** Its name, which its heading has as id. */
  readonly name: string
  readonly heading: string
  readonly lead: string
  readonly children: ComponentChildren
}

/** A section on the reader's network: what the pointer is over in it, is chosen in it or has the focus, lights up wherever the page shows it. */
export function LinkedSection({ name, heading, lead, children }: LinkedSectionProps) {
  return (
    <section
      class="section"
      aria-labelledby={name}
      onPointerOver={(event) => {
        if (event.pointerType === 'mouse' && event.buttons === 0) pointed.value = addressOf(event.target)
      }}
      onPointerLeave={() => (pointed.value = '')}
      onClick={(event) => look(event.target)}
      onFocusIn={(event) => look(event.target)}
    >
      <h2 id={name} tabIndex={-1}>
        {heading}
      </h2>
      <p class="lead">{lead}</p>
      {children}
    </section>
  )
}

/** What is said of what was chosen, which the pointer does not change. */
export function announcement(): string {
  const address = readAddress(state.value.focus, sizes.value)
  if (!address) return ''
  return address.j === undefined ? quantityName(address) : `${quantityName(address)}, ${formatNumber(valueAt(state.value.focus))}`
}

function look(target: EventTarget | null): void {
  const address = addressOf(target)
  if (address !== '') lookAt(address)
}

function addressOf(target: EventTarget | null): string {
  return (target instanceof Element ? target.closest('[data-s]')?.getAttribute('data-s') : undefined) ?? ''
}
