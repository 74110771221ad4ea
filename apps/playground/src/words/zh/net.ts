import type { Words } from '../en.js'

export const net = {
  network: '网络',
  networkKeys: '左右方向键：换层。上下：换神经元。回车：看它的权重。Esc：返回。加减号：改变数值。',
  legend: '颜色表示数值，线的粗细表示权重大小，虚线为负。',
  inputLayer: '输入',
  outputLayer: '输出',
  pick: '指向一个神经元、一条线或一个数，这里会拆开它的求和。',
  matrixOf: (kind, layer) => `${kind}，第 ${layer} 层`,
  matrixKeys: '方向键在数之间移动。直接输入即可修改，Page Up 与 Page Down 按步增减。',
} satisfies Words['net']
