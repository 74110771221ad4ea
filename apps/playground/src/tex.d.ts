declare module '*.tex' {
  /** A `FormulaTree`; a declaration of this kind cannot import it. */
  type Tree = readonly [tag: string, attributes: Readonly<Record<string, string>>, ...children: (Tree | string)[]]

  const tree: Tree
  export default tree
}

declare module 'virtual:math-font.css'
