import temml from 'temml'
import type { Plugin } from 'vite'
import { formulaTree } from './formulaTree.js'

/** `import tree from './name.tex'`: the formula as MathML, made when the page is built, so that no reader loads a typesetter. */
export function formulas(): Plugin {
  return {
    name: 'formulas',
    transform(tex, id) {
      if (!id.endsWith('.tex')) return undefined
      const tree = formulaTree(temml.renderToString(tex.trim(), { displayMode: true, trust: true, throwOnError: true }))
      return { code: `export default ${JSON.stringify(tree)}`, map: null }
    },
  }
}
