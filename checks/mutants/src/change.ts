import type ts from 'typescript'

/** What a mutator wants changed: a range of the text and what stands there instead. */
export interface Change {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** What a mutator may ask about a node. */
export interface Types {
  isNumber(node: ts.Expression): boolean
  /** Whether one may stand where the other does, both ways. */
  interchangeable(one: ts.Expression, other: ts.Expression): boolean
  /** Whether the transposed view of an argument is accepted in its place. */
  takesTransposed(argument: ts.Expression): boolean
}

/** A rule: from one node of the syntax tree to the changes of it. */
export type Mutator = (node: ts.Node, types: Types) => Change[]

/** Puts a text in the place of a node. */
export function replace(kind: string, node: ts.Node, replacement: string): Change {
  return { kind, start: node.getStart(), end: node.getEnd(), replacement }
}
