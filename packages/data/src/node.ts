export { readMnist, type Mnist } from './readMnist.js'
export { readCsvFile } from './readCsvFile.js'
