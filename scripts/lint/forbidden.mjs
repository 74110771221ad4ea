/** Functions whose last bits differ between engines. */
const INEXACT = 'exp|expm1|log|log2|log10|log1p|tanh|sinh|cosh|sin|cos|tan|asin|acos|atan|atan2|asinh|acosh|atanh|pow|cbrt|hypot'

export const inexactMaths = [
  {
    selector: `MemberExpression[object.name="Math"][property.name=/^(${INEXACT})$/]`,
    message: 'Its bits differ between engines: take it from @nablajs/linalg/exact.',
  },
  {
    selector: 'BinaryExpression[operator="**"]:not([right.type="Literal"]):not([right.type="UnaryExpression"])',
    message: 'A power is inexact: use powInt of @nablajs/linalg/exact.',
  },
]

/** The names of plugins, which the engine and the trainer must not know. */
const PLUGINS =
  'sigmoid|linear|tanh|relu|leakyRelu|elu|gelu|softplus|softsign|softmax|perNeuron|quadratic|crossEntropy|logLikelihood|huber|absolute'

export const namedPlugins = [
  { selector: `Identifier[name=/^(${PLUGINS})$/]`, message: 'The core never names a plugin: it works for any.' },
  { selector: `Literal[value=/^(${PLUGINS})$/]`, message: 'The core never names a plugin: it works for any.' },
  {
    selector: 'BinaryExpression[operator=/^[!=]==$/] > MemberExpression[property.name="name"]',
    message: 'Do not ask which plugin it is: what differs belongs into the plugin.',
  },
]

export const castsToSilence = [
  { selector: 'TSAsExpression > TSAsExpression', message: 'A double cast silences the compiler: mend the type.' },
]
