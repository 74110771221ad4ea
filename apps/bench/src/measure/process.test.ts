import { expect, it } from 'vitest'
import { lastComplaint, Process } from './process.js'

const program = (text: string) => ({ id: 'x', group: 'js', command: process.execPath, args: ['-e', text] }) as const

it('hears the words of the protocol and nothing else that a library prints', async () => {
  const child = new Process(program('console.log("hello"); console.log("ready {}"); process.stdin.on("data", () => { console.log("rate 5"); process.exit() })'), [])
  expect(await child.next(60)).toEqual({ word: 'ready', rest: '{}' })
  child.say('round')
  expect(await child.next(60)).toEqual({ word: 'rate', rest: '5' })
})

it('says why a program ended that was not heard', async () => {
  expect(await new Process(program('throw new TypeError("no such thing")'), []).next(60)).toEqual({ word: 'cannot', rest: 'TypeError: no such thing' })
  expect((await new Process({ ...program(''), command: 'no-such-program' }, []).next(60)).rest).toContain('ENOENT')
})

it('does not wait longer than it was told', async () => {
  expect((await new Process(program('setInterval(() => {}, 1000)'), []).next(0.05)).rest).toBe('no answer within 0.05 s')
})

it('names a reason without the folders of the machine', () => {
  expect(lastComplaint("x\nError: no module '/home/me/lib/x.mjs'\n    at f (/a/b.js:1:1)\n\nNode.js v20.1.0\n")).toBe("Error: no module '…/x.mjs'")
  expect(lastComplaint('')).toBe('it ended without a word')
})
