import { channelsOf } from '../../view/scheme.js'

/** Bytes of grey as pixels, from the colour of the paper to that of ink. */
export function inkPixels(image: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const [paper, ink] = [channelsOf('--page'), channelsOf('--ink')]
  const pixels = new Uint8ClampedArray(4 * image.length)
  image.forEach((grey, i) => {
    for (const channel of [0, 1, 2] as const) pixels[4 * i + channel] = paper[channel] + ((ink[channel] - paper[channel]) * grey) / 255
    pixels[4 * i + 3] = 255
  })
  return pixels
}
