import { random } from '@nablajs/linalg'
import { cos, erf, erfc, exp, expm1, log, log1p, powInt, sin, tanh } from '@nablajs/linalg/exact'
import type { Hashes } from './hashes.js'
import { sha256 } from './sha256.js'

const ARGUMENTS = 20_000

const functions: Readonly<Record<string, (x: number, i: number) => number>> = {
  cos,
  erf,
  erfc,
  exp,
  expm1,
  log: (x) => log(Math.abs(x)),
  log1p: (x) => log1p(Math.abs(x)),
  powInt: (x, i) => powInt(x, (i % 41) - 20),
  sin,
  tanh,
}

/** One hash for each function of `@nablajs/linalg/exact`, over fixed arguments of every size below some thousands. */
export async function functionHashes(): Promise<Hashes> {
  const draws = random(1)
  const given = Array.from({ length: ARGUMENTS }, () => draws.normal() * 2 ** (draws.integer(60) - 50))
  const hashes: Hashes = {}
  for (const [name, f] of Object.entries(functions)) hashes[name] = await sha256(name, Float64Array.from(given, f))
  return hashes
}
