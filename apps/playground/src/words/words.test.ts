import { expect, it } from 'vitest'
import { en } from './en.js'
import { zh } from './zh.js'

/** Every text by its path; a function by what it says about made-up arguments. */
function texts(words: object, path = ''): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return texts(value, `${path}${key}.`)
    const text: unknown = typeof value === 'function' ? Reflect.apply(value, undefined, [2, '3', '4']) : value
    return [[path + key, String(text)] as [string, string]]
  })
}

it('both languages say the same things', () => {
  expect(texts(zh).map(([path]) => path)).toEqual(texts(en).map(([path]) => path))
})

it('nothing is left in the other language', () => {
  for (const [path, text] of texts(zh)) expect(text, path).toMatch(/\p{Script=Han}/u)
  for (const [path, text] of texts(en)) expect(text, path).not.toMatch(/\p{Script=Han}/u)
})

it('the Chinese uses the terms of the Chinese edition', () => {
  const all = texts(zh).map(([, text]) => text).join('\n')
  for (const term of ['代价函数', '带权输入', '激活值', '权重', '偏差', '反向传播', '小批量']) expect(all).toContain(term)
  for (const other of ['偏置', '损失', '加权输入', '误差反传', '权值']) expect(all).not.toContain(other)
})

it('both say every number that they are given', () => {
  for (const words of [en, zh]) expect(words.quantity.w(2, '3', '4')).toMatch(/2.*4.*3/)
})
