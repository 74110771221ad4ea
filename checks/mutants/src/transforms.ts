import ts from 'typescript'

/** Puts `importMeta` in the place of `import.meta`, which is for ES modules only. */
export const plainImportMeta: ts.TransformerFactory<ts.SourceFile> = (context) =>
  everyNode(context, (node) => (ts.isMetaProperty(node) ? context.factory.createIdentifier('importMeta') : node))

/** Calls `countStep()` at each turn of each loop. */
export const countedLoops: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const { factory } = context
  const counted = (body: ts.Statement) =>
    factory.createBlock([factory.createExpressionStatement(factory.createCallExpression(factory.createIdentifier('countStep'), undefined, [])), body])
  return everyNode(context, (node) => {
    if (ts.isForStatement(node)) return factory.updateForStatement(node, node.initializer, node.condition, node.incrementor, counted(node.statement))
    if (ts.isForOfStatement(node)) return factory.updateForOfStatement(node, node.awaitModifier, node.initializer, node.expression, counted(node.statement))
    if (ts.isWhileStatement(node)) return factory.updateWhileStatement(node, node.expression, counted(node.statement))
    if (ts.isDoStatement(node)) return factory.updateDoStatement(node, counted(node.statement), node.expression)
    return node
  })
}

function everyNode(context: ts.TransformationContext, change: (node: ts.Node) => ts.Node): ts.Transformer<ts.SourceFile> {
  const visit = (node: ts.Node): ts.Node => change(ts.visitEachChild(node, visit, context))
  return (source) => ts.visitEachChild(source, visit, context)
}
