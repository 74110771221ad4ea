import type { Words } from '../en.js'

export const quantity = {
  w: (layer, j, k) => `权重，第 ${layer} 层，从神经元 ${k} 到 ${j}`,
  b: (layer, j) => `偏差，第 ${layer} 层，神经元 ${j}`,
  z: (layer, j) => `带权输入，第 ${layer} 层，神经元 ${j}`,
  a: (layer, j) => (layer === 1 ? `输入 ${j}` : `激活值，第 ${layer} 层，神经元 ${j}`),
  y: (_, j) => `目标 ${j}`,
  delta: (layer, j) => `误差 δ，第 ${layer} 层，神经元 ${j}`,
  nablaW: (layer, j, k) => `偏导数 ∂C/∂w，第 ${layer} 层，从神经元 ${k} 到 ${j}`,
  nablaB: (layer, j) => `偏导数 ∂C/∂b，第 ${layer} 层，神经元 ${j}`,
  all: {
    w: (layer) => `进入第 ${layer} 层的全部权重`,
    b: (layer) => `第 ${layer} 层的全部偏差`,
    z: (layer) => `第 ${layer} 层的全部带权输入`,
    a: (layer) => `第 ${layer} 层的全部激活值`,
    y: () => '全部目标',
    delta: (layer) => `第 ${layer} 层的全部误差`,
    nablaW: (layer) => `进入第 ${layer} 层的全部权重的 ∂C/∂w`,
    nablaB: (layer) => `第 ${layer} 层的全部偏差的 ∂C/∂b`,
  },
} satisfies Words['quantity']
