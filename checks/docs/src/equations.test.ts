import { expect, it } from 'vitest'
import { built, builtTable, homesOf, tagsIn, withTable } from '../../../scripts/equations.mjs'

const tag = (equation: string) => `/**\n * What.\n *\n * @equation ${equation}\n */\n`
const all: [string, string][] = [['a.ts', Object.keys(built).map(tag).join('')]]

it('finds tags on lines of their own, counted from 1', () => {
  expect(tagsIn(`${tag('(25)')} * in words, @equation (26)\n`)).toEqual([{ equation: '(25)', line: 4 }])
})

it('finds nothing wrong where each equation has one home', () => {
  expect(homesOf(all).problems).toEqual([])
})

it('names an equation with two homes, and both of them', () => {
  expect(homesOf([...all, ['b.ts', tag('BP2')]]).problems).toEqual([expect.stringMatching(/^BP2 has 2 homes: a\.ts:\d+, b\.ts:4$/)])
})

it('names an equation without a home', () => {
  const [[file, text]] = all as [[string, string]]
  expect(homesOf([[file, text.replace(tag('(29)'), '')]]).problems).toEqual([expect.stringContaining('(29) has no home')])
})

it('refuses a tag of what is no equation of the chapter', () => {
  expect(homesOf([...all, ['b.ts', tag('(99)')]]).problems).toEqual([expect.stringContaining('not an equation of the chapter')])
})

it('writes a row with a link to the line of the tag, between the markers', () => {
  const { homes } = homesOf([['packages/x/src/a.ts', tag('(23)')]])
  const table = builtTable(homes.slice(0, 1))
  expect(table).toContain('[a.ts](packages/x/src/a.ts#L4)')
  expect(withTable('p', 'x<!-- equations:begin -->\nold\n<!-- equations:end -->y', table)).toBe(
    `x<!-- equations:begin -->\n${table}\n<!-- equations:end -->y`,
  )
  expect(() => withTable('p', 'x', table)).toThrow('p has no line <!-- equations:begin -->')
})
