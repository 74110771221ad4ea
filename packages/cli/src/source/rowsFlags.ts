import type { Command } from 'commander'

/**
 * The flags of every command that reads rows.
 *
 * Shapes: none.
 */
export function rowsFlags(command: Command): Command {
  return command
    .option('--delimiter <character>', 'between the cells of a line (default: found out)')
    .option('--header', 'the first line holds names (default: found out)')
    .option('--no-header', 'the first line holds data')
    .option('--encoding <name>', 'of the file, such as windows-1252 (default: UTF-8, or by its mark)')
}
