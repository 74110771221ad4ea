/** MathML as data: an element's name, its attributes, its children. A page builds elements from it, and so never sets HTML from text. */
export type FormulaTree = readonly [tag: string, attributes: Readonly<Record<string, string>>, ...children: (FormulaTree | string)[]]

/** Attributes that are left out: a style attribute is refused by the page's policy, and these classes are of a sheet that is not used. */
const DROPPED = new Set(['style', 'class'])
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }

/**
 * The tree of MathML text as Temml writes it: every element closed, no comments. A class `term-NAME` becomes the attribute
 * `data-term="NAME"`, by which the page knows what a symbol stands for. Throws where the text is no single element.
 */
export function formulaTree(mathml: string): FormulaTree {
  const root: (FormulaTree | string)[] = []
  const open: (FormulaTree | string)[][] = [root]
  for (const [, closing, tag, attributes = '', selfClosing, text] of mathml.matchAll(/<(\/?)([a-z]+)([^>]*?)(\/?)>|([^<]+)/g)) {
    if (text !== undefined) open.at(-1)?.push(decoded(text))
    else if (closing) open.pop()
    else if (tag !== undefined) {
      const element: [string, Record<string, string>, ...(FormulaTree | string)[]] = [tag, attributesOf(attributes)]
      open.at(-1)?.push(element)
      if (!selfClosing) open.push(element as (FormulaTree | string)[])
    }
  }
  const [tree] = root
  if (root.length !== 1 || open.length !== 1 || tree === undefined || typeof tree === 'string') throw new Error(`not one element: ${mathml}`)
  return tree
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(/([a-z-]+)="([^"]*)"/g)) {
    const term = /\bterm-(\w+)/.exec(name === 'class' ? value : '')?.[1]
    if (term !== undefined) found['data-term'] = term
    if (!DROPPED.has(name)) found[name] = decoded(value)
  }
  return found
}

function decoded(text: string): string {
  return text.replaceAll(/&(lt|gt|amp|quot);/g, (entity) => entities[entity] ?? entity)
}
