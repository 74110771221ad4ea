import type { StepName } from '@nablajs/explain'
import type { FormulaTree } from '../../../vite/formulaTree.js'
import type { EquationForm } from '../../state/state.js'
import activation from './tex/activation.tex'
import activationOfNeuron from './tex/activationOfNeuron.tex'
import backpropagate from './tex/backpropagate.tex'
import backpropagateByProduct from './tex/backpropagateByProduct.tex'
import backpropagateOfNeuron from './tex/backpropagateOfNeuron.tex'
import gradientOfBias from './tex/gradientOfBias.tex'
import gradientOfBiasOfNeuron from './tex/gradientOfBiasOfNeuron.tex'
import gradientOfWeight from './tex/gradientOfWeight.tex'
import gradientOfWeightOfNeuron from './tex/gradientOfWeightOfNeuron.tex'
import input from './tex/input.tex'
import inputOfNeuron from './tex/inputOfNeuron.tex'
import outputError from './tex/outputError.tex'
import outputErrorByProduct from './tex/outputErrorByProduct.tex'
import outputErrorOfNeuron from './tex/outputErrorOfNeuron.tex'
import updateOfBias from './tex/updateOfBias.tex'
import updateOfBiasOfNeuron from './tex/updateOfBiasOfNeuron.tex'
import updateOfWeight from './tex/updateOfWeight.tex'
import updateOfWeightOfNeuron from './tex/updateOfWeightOfNeuron.tex'
import weightedInput from './tex/weightedInput.tex'
import weightedInputOfNeuron from './tex/weightedInputOfNeuron.tex'

/** The equation of each step in each of its forms. Only errors have a form with Σ′; all else is there as it is for the layer. */
export const stepFormulas: Readonly<Record<StepName, Readonly<Record<EquationForm, FormulaTree>>>> = {
  'input': { neuron: inputOfNeuron, matrix: input, sigmaPrime: input },
  'weighted input': { neuron: weightedInputOfNeuron, matrix: weightedInput, sigmaPrime: weightedInput },
  'activation': { neuron: activationOfNeuron, matrix: activation, sigmaPrime: activation },
  'output error': { neuron: outputErrorOfNeuron, matrix: outputError, sigmaPrime: outputErrorByProduct },
  'backpropagate': { neuron: backpropagateOfNeuron, matrix: backpropagate, sigmaPrime: backpropagateByProduct },
  'gradient of b': { neuron: gradientOfBiasOfNeuron, matrix: gradientOfBias, sigmaPrime: gradientOfBias },
  'gradient of w': { neuron: gradientOfWeightOfNeuron, matrix: gradientOfWeight, sigmaPrime: gradientOfWeight },
  'update of b': { neuron: updateOfBiasOfNeuron, matrix: updateOfBias, sigmaPrime: updateOfBias },
  'update of w': { neuron: updateOfWeightOfNeuron, matrix: updateOfWeight, sigmaPrime: updateOfWeight },
}
