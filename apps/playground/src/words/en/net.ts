export const net = {
  network: 'Network',
  networkKeys: 'Arrow left and right: layer. Up and down: neuron. Enter: its weights. Escape: back. Plus and minus: change the number.',
  legend: 'Colour: value. Width of a line: size of the weight. Dashed: negative.',
  inputLayer: 'input',
  outputLayer: 'output',
  pick: 'Point at a neuron, a line or a number, and its sum is taken apart here.',
  matrixOf: (kind: string, layer: number) => `${kind}, layer ${layer}`,
  matrixKeys: 'Arrow keys move between numbers. Type to change one, Page Up and Page Down step it.',
}
