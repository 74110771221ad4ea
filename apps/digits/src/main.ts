import { network } from '@nablajs/backprop'
import { evaluate, train } from '@nablajs/trainer'
import { accuracyChart } from './accuracyChart.js'
import { answersOf } from './answers.js'
import { backends } from './backends.js'
import { confusionCounts, confusionMatrix, notLearnt } from './confusionMatrix.js'
import { exitCodeOf } from './failure.js'
import { misread } from './misread.js'
import { activations, costs } from './plugins.js'
import { progressBar } from './progressBar.js'
import { readDigits } from './readDigits.js'
import { readSettings } from './settings.js'
import { counted } from './terminal.js'

/** What a shell expects of a program that Ctrl-C has ended. */
const INTERRUPTED = 130

// `npm start | head` stops reading before the end; that is no error.
process.stdout.on('error', () => process.exit())

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

async function main(): Promise<number> {
  const settings = readSettings(process.argv.slice(2))
  const { hidden, epochs, batchSize, learningRate, seed } = settings
  const { training, test, source } = await readDigits(settings)
  const { cost, output } = costs[settings.cost]
  const activation = activations[settings.activation]

  const layers = [training.inputs.rows, ...hidden, { neurons: training.targets.rows, activation: output }]
  const backend = await backends[settings.backend]()
  const net = network(layers, { activation, seed, backend, maxBatch: Math.max(1024, Math.min(batchSize, training.size)) })

  console.log(`${source}: ${counted(training.size)} digits to train on, ${counted(test.size)} held out for the test.`)
  console.log(
    `Network [${net.sizes.join(', ')}], hidden ${activation.name}, output ${output.name}, ${settings.cost} cost; ` +
      `η = ${learningRate}, batches of ${batchSize}, ${epochs} epochs, seed ${seed}.\n`,
  )

  const ctrlC = new AbortController()
  process.on('SIGINT', () => {
    ctrlC.abort()
  })
  const accuracies: number[] = []
  const bar = process.stdout.isTTY ? progressBar({ epochs, size: training.size, accuracy: accuracies }) : undefined
  const options = { cost, epochs, batchSize, learningRate, seed, test, signal: ctrlC.signal, ...(bar && { onStep: bar.onStep }) }
  try {
    for await (const epoch of train(net, training, options)) {
      const { correct = 0, accuracy = 0 } = epoch.test
      accuracies.push(accuracy)
      bar?.clear()
      console.log(`Epoch ${epoch.number}: ${correct} / ${test.size}`)
    }
  } catch (error) {
    bar?.clear()
    if (!ctrlC.signal.aborted) throw error
    const { correct = 0 } = await evaluate(net, test, { cost })
    console.log(`Stopped in epoch ${accuracies.length + 1}: ${correct} / ${test.size}`)
  }

  const answers = answersOf(net, test)
  const counts = confusionCounts(answers, training.targets.rows)
  const right = answers.filter(({ label, answer }) => answer === label).length
  const sections = [
    accuracyChart(accuracies),
    `Of the ${counted(test.size)} test digits, none of them trained on, ${percent(right / test.size)} are read right.`,
    `A row is a digit, a column what it was read as:\n${confusionMatrix(counts)}`,
    notLearnt(counts),
    `${counted(test.size - right)} are misread; those the network is most sure of:\n\n${misread(answers, test)}`,
  ]
  console.log(`\n${sections.filter((section) => section !== '').join('\n\n')}`)
  return ctrlC.signal.aborted ? INTERRUPTED : 0
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}
