/** Languages of the page, by what a link calls them. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** What the `lang` attribute says. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' }

/** The first of a browser's languages that the page has; English where it has none. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (found) return found
  }
  return 'en'
}
