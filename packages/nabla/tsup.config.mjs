import { defineConfig } from 'tsup'
import shared from '../../tsup.config.ts'

const library = { ...shared, external: [...shared.external, '#blas'] }

// The command is a program and no library: one file of modules, without types.
export default defineConfig([library, { ...library, entry: ['src/bin.ts'], format: ['esm'], dts: false, clean: false }])
