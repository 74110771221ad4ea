/**
 * Completion for bash. The library's own script hands the words of the line to `eval`, so that a TAB runs what stands in it: behind
 * `> out.csv` it empties that file. This one passes words as they are, needs no package of bash's, and leaves files to bash where nothing else
 * fits. bash cuts words at `=`: `--cost=quad` comes as three, and is asked for as `--cost quad`.
 *
 * Shapes: the command's name in, text out.
 */
export function bashCompletion(name: string): string {
  return `# bash completion for ${name}
_${name}() {
  local last=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} words=() word
  COMPREPLY=()
  [[ $before == [\\<\\>]* ]] && return
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    [[ $word == = ]] || words+=("$word")
  done
  [[ $last == = ]] && words+=('')
  while IFS=$'\\t' read -r word _; do
    [[ $word == :* ]] || COMPREPLY+=("$word")
  done < <(${name} complete -- "\${words[@]}" 2> /dev/null)
}
complete -o default -F _${name} ${name}
`
}
