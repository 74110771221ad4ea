import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as activations from '@nablajs/activations'
import type { Activation } from '@nablajs/activations'
import * as costs from '@nablajs/costs'
import type { Cost } from '@nablajs/costs'
import { OptionError } from '@nablajs/linalg'
import { adaGrad, adam, adamW, momentum, nesterov, rmsProp, sgd, type Optimizer } from '@nablajs/trainer'

/** The plugins that a command may use, by name. */
export interface Plugins {
  readonly activations: Map<string, Activation>
  readonly costs: Map<string, Cost>
  readonly optimizers: Map<string, Optimizer>
}

/**
 * The built-in plugins, and those that the modules given export, each under its own name. A module is code: only paths that were typed
 * by hand may come here.
 *
 * Shapes: none. Rejects with `OptionError` for a module that cannot be loaded, or that has no plugin.
 */
export async function loadPlugins(paths: readonly string[], cwd: string): Promise<Plugins> {
  const plugins: Plugins = {
    activations: byName(Object.values(activations).filter(isActivation)),
    costs: byName(Object.values(costs).filter(isCost)),
    optimizers: byName([sgd(), momentum(), nesterov(), adaGrad(), rmsProp(), adam(), adamW()]),
  }
  for (const path of paths) {
    const exported = Object.entries(await load(path, cwd))
    const taken = exported.filter(([, plugin]) => take(plugin, plugins))
    if (taken.length === 0) throw hasNone(path, exported.map(([name]) => name))
  }
  return plugins
}

function take(plugin: unknown, { activations, costs, optimizers }: Plugins): boolean {
  if (isActivation(plugin)) activations.set(plugin.name, plugin)
  else if (isCost(plugin)) costs.set(plugin.name, plugin)
  else if (isOptimizer(plugin)) optimizers.set(plugin.name, plugin)
  else return false
  return true
}

function byName<Plugin extends { readonly name: string }>(plugins: readonly Plugin[]): Map<string, Plugin> {
  return new Map(plugins.map((plugin) => [plugin.name, plugin]))
}

async function load(path: string, cwd: string): Promise<object> {
  try {
    const module: unknown = await import(pathToFileURL(resolve(cwd, path)).href)
    return isObject(module) ? module : {}
  } catch (error) {
    throw new OptionError({
      option: 'plugin',
      where: `--plugin ${path}`,
      expected: 'a module that can be loaded',
      got: error instanceof Error ? error.message : String(error),
      fix: 'Give the path of a file of JavaScript, such as ./mine.js.',
    })
  }
}

function isActivation(plugin: unknown): plugin is Activation {
  return isNamed(plugin) && typeof plugin.apply === 'function' && typeof plugin.pullback === 'function'
}

function isCost(plugin: unknown): plugin is Cost {
  return isNamed(plugin) && typeof plugin.value === 'function' && typeof plugin.gradient === 'function'
}

function isOptimizer(plugin: unknown): plugin is Optimizer {
  return isNamed(plugin) && typeof plugin.step === 'function' && typeof plugin.vectors === 'number'
}

function isNamed(plugin: unknown): plugin is Record<string, unknown> {
  return isObject(plugin) && 'name' in plugin && typeof plugin.name === 'string'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function hasNone(path: string, exports: readonly string[]): OptionError {
  return new OptionError({
    option: 'plugin',
    where: `--plugin ${path}`,
    expected: 'an export made by defineActivation or defineCost, or an optimizer',
    got: exports.length === 0 ? 'no export' : exports.join(', '),
    fix: 'Export the plugin itself: export const mine = defineActivation({ … }).',
  })
}
