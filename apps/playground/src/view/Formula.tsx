import { createElement, type VNode } from 'preact'
import type { FormulaTree } from '../../vite/formulaTree.js'
import { readAddress, type AddressText } from '../address/address.js'
import { formatNumber } from '../number/formatNumber.js'
import { sizes, valueAt } from './focus.js'
import { litBy } from './lighting.js'

interface FormulaProps {
  readonly tree: FormulaTree
  /** What each named symbol stands for here. */
  readonly symbols?: Readonly<Record<string, AddressText | undefined>>
  readonly label: string
  /** Whether what is one number has it written beneath; true unless said. */
  readonly numbers?: boolean
}

/** A formula as MathML, with symbols that light up with what they stand for; what is one number has it written beneath. */
export function Formula({ tree, symbols = {}, label, numbers = true }: FormulaProps) {
  return (
    <div class="formula" role="group" aria-label={label} tabIndex={0}>
      {element(tree, symbols, numbers)}
    </div>
  )
}

function element([tag, attributes, ...children]: FormulaTree, symbols: Readonly<Record<string, AddressText | undefined>>, numbers: boolean): VNode {
  const term = attributes['data-term']
  const address = term === undefined ? undefined : symbols[term]
  const lit = address === undefined ? {} : { 'data-s': address, ref: litBy(address) }
  const symbol = createElement(tag, { ...attributes, ...lit }, ...children.map((child) => (typeof child === 'string' ? child : element(child, symbols, numbers))))
  if (!numbers || address === undefined || readAddress(address, sizes.value)?.j === undefined) return symbol
  return createElement('munder', {}, symbol, createElement('mn', { class: 'under' }, formatNumber(valueAt(address))))
}
