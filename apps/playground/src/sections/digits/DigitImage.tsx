import { useEffect, useRef } from 'preact/hooks'
import { scheme } from '../../view/scheme.js'
import { SIDE } from './digitsNetwork.js'
import { inkPixels } from './inkPixels.js'

interface DigitImageProps {
  /** 28 × 28 bytes, row after row, 0 is background. */
  readonly image: Uint8Array
  /** What it shows; nothing where the words beside it say so. */
  readonly label?: string
}

/** A digit as the network is given it, pixel by pixel. */
export function DigitImage({ image, label }: DigitImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const colours = scheme.value
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(inkPixels(image), SIDE, SIDE), 0, 0)
  }, [image, colours])
  return <canvas ref={canvas} class="digit" width={SIDE} height={SIDE} {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })} />
}
