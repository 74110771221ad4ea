import type { LabelledSamples } from '@nablajs/data'
import type { Colour } from '../../view/scheme.js'
import { GRID, type Frame } from './points.js'

/** The plane as pixels: the colour of the class that the network is for, the paler the less sure it is. Shapes: plane n_L × GRID². */
export function planePixels(plane: Float32Array, classes: readonly Colour[], paper: Colour): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * GRID * GRID)
  const rows = plane.length / (GRID * GRID)
  for (let i = 0; i < GRID * GRID; i++) {
    const [winner, share] = rows === 1 ? ofOne(plane[i] ?? 0.5) : ofSeveral(plane.subarray(i * rows, (i + 1) * rows))
    const colour = classes[winner] ?? paper
    for (let channel = 0; channel < 3; channel++) pixels[4 * i + channel] = mixed(paper[channel] ?? 0, colour[channel] ?? 0, PALER * share)
    pixels[4 * i + 3] = 255
  }
  return pixels
}

/** The plane stays paler than the points on it. */
const PALER = 0.62

/** One output says class 1 from ½ on; how far from ½ it is says how sure. */
function ofOne(output: number): [winner: number, share: number] {
  return [output >= 0.5 ? 1 : 0, Math.abs(2 * output - 1)]
}

/** The largest output wins; its lead on the next says how sure. */
function ofSeveral(outputs: Float32Array): [winner: number, share: number] {
  const order = [...outputs.keys()].sort((i, j) => (outputs[j] ?? 0) - (outputs[i] ?? 0))
  const [winner = 0, second = 0] = order
  return [winner, Math.max(0, (outputs[winner] ?? 0) - (outputs[second] ?? 0))]
}

function mixed(from: number, to: number, share: number): number {
  return from + (to - from) * Math.min(1, share)
}

/** Draws the points, each class with a mark of its own as well as its colour. */
export function drawPoints(canvas: CanvasRenderingContext2D, { inputs, labels, size }: LabelledSamples, { left, top, side }: Frame, colours: readonly string[], paper: string): void {
  const scale = canvas.canvas.width / side
  const radius = canvas.canvas.width / (size < 20 ? 44 : 88)
  for (let i = 0; i < size; i++) {
    const x = ((inputs.data[2 * i] ?? 0) - left) * scale
    const y = (top - (inputs.data[2 * i + 1] ?? 0)) * scale
    canvas.beginPath()
    mark(canvas, labels[i] ?? 0, x, y, radius)
    canvas.fillStyle = colours[labels[i] ?? 0] ?? paper
    canvas.strokeStyle = paper
    canvas.lineWidth = radius / 3
    canvas.fill()
    canvas.stroke()
  }
}

function mark(canvas: CanvasRenderingContext2D, label: number, x: number, y: number, radius: number): void {
  if (label === 0) canvas.arc(x, y, radius, 0, 2 * Math.PI)
  else if (label === 1) canvas.rect(x - radius, y - radius, 2 * radius, 2 * radius)
  else {
    canvas.moveTo(x, y - 1.3 * radius)
    canvas.lineTo(x + 1.2 * radius, y + radius)
    canvas.lineTo(x - 1.2 * radius, y + radius)
    canvas.closePath()
  }
}
