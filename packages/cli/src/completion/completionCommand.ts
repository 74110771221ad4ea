import { Argument, Command } from 'commander'
import { SHELLS } from './completion.js'

const INSTALL = `
To have it in every new shell:
  bash        nabla completion bash > ~/.local/share/bash-completion/completions/nabla
              or in ~/.bashrc: source <(nabla completion bash)
  zsh         in ~/.zshrc, behind compinit: source <(nabla completion zsh)
  fish        nabla completion fish > ~/.config/fish/completions/nabla.fish
  powershell  in $PROFILE: nabla completion powershell | Out-String | Invoke-Expression`

/**
 * `nabla completion`.
 *
 * Shapes: none.
 */
export function completionCommand(): Command {
  return new Command('completion')
    .description('Writes the script that teaches a shell to complete commands, flags and their values.')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', INSTALL)
}

/**
 * `nabla complete -- WORDS`, which those scripts call.
 *
 * Shapes: none.
 */
export function completeCommand(): Command {
  return new Command('complete').argument('[words...]')
}
