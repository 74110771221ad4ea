import type { Words } from '../en.js'

export const models = {
  heading: '以文件保存网络',
  save: (format) => `把网络保存为 ${format}`,
  choose: '打开网络',
  drop: 'safetensors 或 JSON：选择文件或拖到这里。',
  taken: (name) => `已打开 ${name}，训练将从它的权重开始。`,
  refused: '无法把该文件当作网络读取。发现的问题：',
  tooLarge: (size, limit) => `文件大小为 ${size} MB，这里最多 ${limit} MB。`,
  otherSizes: (got, expected) => `文件中的网络是 [${got}]，这里需要 [${expected}]。`,
  otherEnds: (got, inputs, outputs) => `文件中的网络是 [${got}]，而这里的数据有 ${inputs} 个输入和 ${outputs} 个输出。`,
  tooWide: (got, layers, width) => `文件中的网络是 [${got}]，这里最多 ${layers} 个隐藏层，每层最多 ${width} 个神经元。`,
  otherActivations: (got, output) => `文件中各层是 ${got}，这里各隐藏层须相同，输出层须为 ${output}。`,
} satisfies Words['models']
