/**
 * A built-in made by a call must say that the call is pure: without the mark an import of one activation carries every other,
 * whatever `sideEffects` says.
 */
export const pureBuiltIns = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { impure: 'Write /* @__PURE__ */ before {{name}}(…): a bundler keeps the call otherwise, and all that it needs.' },
  },
  create(context) {
    return {
      'Program > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > CallExpression'(call) {
        const marked = context.sourceCode.getCommentsBefore(call).some(({ value }) => value.trim() === '@__PURE__')
        if (!marked) context.report({ node: call, messageId: 'impure', data: { name: context.sourceCode.getText(call.callee) } })
      },
    }
  },
}
