export { digits, type Digits, type DigitSamples } from './digits.js'
