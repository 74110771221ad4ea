import type { Words } from './en.js'
import { cost } from './zh/cost.js'
import { demon } from './zh/demon.js'
import { digits } from './zh/digits.js'
import { equations } from './zh/equations.js'
import { exercises } from './zh/exercises.js'
import { forward } from './zh/forward.js'
import { models } from './zh/models.js'
import { net } from './zh/net.js'
import { paths } from './zh/paths.js'
import { quantity } from './zh/quantity.js'
import { race } from './zh/race.js'
import { slow } from './zh/slow.js'
import { training } from './zh/training.js'

/** 页面的全部中文文字，每节一个文件；术语依照该章的中文版。 */
export const zh = {
  title: '动手看反向传播',
  lead: '神经网络怎样计算，又怎样学习。这里的每个数都可以改：拖动它、直接输入，或用按键。其余的一切都会跟着变。',
  language: '语言',
  copyLink: '复制当前页面的链接',
  linkCopied: '链接已复制，打开它会看到同样的数。',
  linkFailed: '无法复制链接，请从地址栏复制。',
  refused: (key, got, expected) => `链接中的 ${key} = ${got} 无法使用（应为 ${expected}），页面采用了默认值。`,
  dismiss: '关闭提示',
  sections: '各节',

  quantity,
  net,
  forward,
  cost,
  demon,
  equations,
  slow,
  exercises,
  digits,
  training,
  race,
  paths,
  models,
} satisfies Words
