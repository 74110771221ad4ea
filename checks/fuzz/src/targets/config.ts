import { settingsFrom } from '@nablajs/cli'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'
import { JSON_WORDS } from './jsonl.js'

const words = [...JSON_WORDS, ...wordsOf('"hidden":', '"plugin":', '"types":{"__proto__":"ignore"}', '"epochs":1e400', '"seed":9007199254740993', '"out":"/etc/passwd"')]

/** The text of a config file of the command. */
export const config: Target = {
  name: 'config',
  seeds: wordsOf(
    '{"target":["species"],"hidden":[16,8],"epochs":300,"learningRate":0.05,"types":{"zip":"category","id":"ignore"},"test":0.2,"classWeights":true}',
    '{"$schema":"s","optimizer":"adamW","weightDecay":0.1,"schedule":"cosine","warmUp":10,"batch":8,"seed":-3,"header":false,"missing":"mean"}',
  ),
  mutate: (seed, random) => mutateBytes(seed, random, words),
  read: (file) => settingsFrom(new TextDecoder().decode(file), 'config.json'),
  bombs: [
    { name: '200,000 brackets', read: () => settingsFrom(`{"hidden":${'['.repeat(200000)}`, 'config.json') },
    { name: '200,000 objects within each other', read: () => settingsFrom(`${'{"types":'.repeat(200000)}1${'}'.repeat(200000)}`, 'config.json') },
    { name: '100,000 settings that are none', read: () => settingsFrom(`{${Array.from({ length: 100000 }, (_, i) => `"k${i}":0`).join()}}`, 'config.json') },
  ],
}
