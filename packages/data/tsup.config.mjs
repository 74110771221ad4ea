import { defineConfig } from 'tsup'
import shared from '../../tsup.config.ts'

// The CSV parser brings a Buffer of its own, which bundlers dare not drop: in a file by itself, `import { oneHot }` does not carry it
// (1 KB instead of 23 KB).
export default defineConfig({
  ...shared,
  entry: [...shared.entry, 'src/csvRecords.ts'],
  dts: { entry: shared.entry },
})
