import type { Page } from './page.js'

/** What a code block may be. `ts` and `js` run, `sh` is looked up; `text` is output, drawings and fragments. */
const LANGUAGES = ['ts', 'js', 'sh', 'text']

/** Code blocks that nothing would check: without a language, with another one, or with a mark behind it. */
export function languageProblems(pages: readonly Page[]): string[] {
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap(({ page, line, language }) =>
      LANGUAGES.includes(language) ? [] : [`${page}:${line}: a block of '${language}'; it has to be one of ${LANGUAGES.join(', ')}`],
    ),
  )
}
