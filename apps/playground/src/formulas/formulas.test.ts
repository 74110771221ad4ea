import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import temml from 'temml'
import { expect, it } from 'vitest'
import { formulaTree, type FormulaTree } from '../../vite/formulaTree.js'
import { mathCharacters } from '../../vite/mathCharacters.js'

const folder = fileURLToPath(new URL('../sections/', import.meta.url))
const formulas = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tex'))
const quantities = ['input', 'a', 'z', 'w', 'b', 'y', 'delta', 'nablaW', 'nablaB']
const treeOf = (file: string) => formulaTree(temml.renderToString(readFileSync(folder + file, 'utf8'), { displayMode: true, trust: true, throwOnError: true }))

function all([tag, attributes, ...children]: FormulaTree): [tag: string, attributes: Readonly<Record<string, string>>, text: string][] {
  const texts = children.filter((child) => typeof child === 'string')
  return [[tag, attributes, texts.join('')], ...children.flatMap((child) => (typeof child === 'string' ? [] : all(child)))]
}

it.each(formulas)('%s names quantities in it that the page has, and has no style', (file) => {
  const elements = all(treeOf(file))
  const named = elements.flatMap(([, attributes]) => attributes['data-term'] ?? [])
  expect(named.length).toBeGreaterThan(0)
  // A formula with several of a kind numbers them: w, w2.
  for (const term of named) expect(quantities).toContain(term.replace(/\d$/, ''))
  for (const [, attributes] of elements) expect(Object.keys(attributes)).not.toContain('style')
})

it('keeps what stands in a formula, in its order', () => {
  const letters = all(treeOf('forward/wholeLayer.tex')).flatMap(([tag, , text]) => (tag === 'mi' ? text : []))
  expect(letters.join('')).toBe('alσzlzlwlalbl')
})

it('reads entities and refuses what is not one element', () => {
  expect(formulaTree('<math><mo>&lt;</mo></math>')).toEqual(['math', {}, ['mo', {}, '<']])
  expect(() => formulaTree('<mi>a</mi><mi>b</mi>')).toThrow('not one element')
  expect(() => formulaTree('<mrow><mi>a</mi>')).toThrow('not one element')
})

it.each(formulas)('%s has no character that the font is without', (file) => {
  const known = new Set(mathCharacters)
  for (const [, , text] of all(treeOf(file))) for (const character of text) if (!/\p{Cf}|\s/u.test(character)) expect(known, `${character} of ${text}`).toContain(character)
})

it('has the italic of every letter that stands alone', () => {
  for (const italic of ['𝑎', '𝑤', '𝑧', 'ℎ', '𝛿', '𝜎', '𝜂', '𝜕', '𝐶', '𝐿']) expect(mathCharacters).toContain(italic)
})
