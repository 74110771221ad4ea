import { expect, it } from 'vitest'
import { preferredLanguage } from './languages.js'

it.each([
  [['zh-CN', 'en'], 'zh'],
  [['de', 'zh-Hant-TW', 'en'], 'zh'],
  [['en-GB', 'zh'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('a browser that wants %j gets %s', (wanted, language) => expect(preferredLanguage(wanted)).toBe(language))
