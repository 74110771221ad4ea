export const models = {
  heading: 'The network as a file',
  save: (format: string) => `Save the network as ${format}`,
  choose: 'Open a network',
  drop: 'safetensors or JSON: choose a file or drop it here.',
  taken: (name: string) => `${name} is open. Training begins from its weights.`,
  refused: 'The file cannot be read as a network. What was found:',
  tooLarge: (size: number, limit: number) => `The file has ${size} MB; ${limit} MB is the limit here.`,
  otherSizes: (got: string, expected: string) => `The network of this file is [${got}]; here it has to be [${expected}].`,
  otherEnds: (got: string, inputs: number, outputs: number) => `The network of this file is [${got}]; what is trained on here has ${inputs} inputs and ${outputs} outputs.`,
  tooWide: (got: string, layers: number, width: number) => `The network of this file is [${got}]; here it may have ${layers} hidden layers of at most ${width} neurons.`,
  otherActivations: (got: string, output: string) => `The layers of this file are ${got}; here all hidden layers are alike, and the output is ${output}.`,
}
