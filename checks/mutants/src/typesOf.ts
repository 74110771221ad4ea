import ts from 'typescript'
import { type Types } from './change.js'

/** Answers what mutators ask, by the type checker. */
export function typesOf(checker: ts.TypeChecker): Types {
  const typeOf = (node: ts.Expression) => checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(node))
  return {
    isNumber: (node) => (typeOf(node).flags & ts.TypeFlags.NumberLike) !== 0,
    interchangeable(one, other) {
      const fits = (argument: ts.Expression, place: ts.Expression) =>
        checker.isTypeAssignableTo(typeOf(argument), checker.getContextualType(place) ?? typeOf(place))
      return fits(one, other) && fits(other, one)
    },
    takesTransposed(argument) {
      const transposed = typeOf(argument).getProperty('T')
      const wanted = checker.getContextualType(argument)
      // What asks for a type or a size alone does not care.
      if (!transposed || !wanted?.getProperty('T')) return false
      return checker.isTypeAssignableTo(checker.getTypeOfSymbolAtLocation(transposed, argument), wanted)
    },
  }
}
