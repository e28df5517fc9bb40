import fc from "fast-check";
import { oneOf, several, template } from "./template.js";

/** Variables that scripts read and write. The workflow, a job or a step may also set some of them. */
export const variableNames = ["A", "B", "MODE", "N", "DIR", "LIST"] as const;

/** The name of a variable; some are more frequent. */
export const variable = fc.constantFrom(...variableNames, "A", "B");

/** Files that a script may write, under the names that people use. */
export const file = oneOf(
  '"$CODEX_HOME/config.toml"',
  '"$CODEX_HOME"/config.toml',
  '"${CODEX_HOME}/config.toml"',
  "/tmp/a",
  "/tmp/a",
  "/tmp/b.toml",
  "/tmp/dir/i",
  '"$RUNNER_TEMP/c"',
  "${{ runner.temp }}/c",
  '"$GITHUB_WORKSPACE/d"',
  "${{ github.workspace }}/d",
  "d",
  "./d",
  "sub/e",
  '"$HOME/.codex/config.toml"',
  "~/.codex/config.toml",
  "/home/runner/.codex/config.toml",
  '"$PWD/h"',
  '"$(pwd)/h"',
  '"${DIR:-/tmp/dir}/j"',
);

/** A folder that a script may use. */
export const folder = oneOf(
  '"$CODEX_HOME"',
  "/tmp/dir",
  "/tmp/dir/",
  "sub",
  '"$RUNNER_TEMP"',
  '"$HOME/.codex"',
  "~/.codex",
  '"${DIR:-/tmp/dir}"',
);

/** A word that stays one word after expansion. */
export const word = oneOf(
  "one",
  "'single $A'",
  '"two words"',
  '"$A"',
  '"${A}"',
  '"$B$N"',
  "x=1",
  '"model = \\"m\\""',
  '"${A:-fallback}"',
  '"${UNSET:-fallback}"',
  '"${EMPTY:-was empty}"',
  '"${EMPTY-unset}"',
  '"${A:+set}"',
  '"${B:=assigned}"',
  '"${A#a}"',
  '"${A##*l}"',
  '"${A%a*}"',
  '"${B%%e*}"',
  '"${A/a/A}"',
  '"${A//a/_}"',
  '"${A^}"',
  '"${B^^}"',
  '"${MODE,,}"',
  '"${A:1:2}"',
  '"${A: -2}"',
  '"${#A}"',
  '"$((N + 1))"',
  '"$(( N * 2 - 1 ))"',
  '"$(echo "$B")"',
  '"$(printf \'%s-%s\' "$A" x)"',
  '"$(basename "$CODEX_HOME")"',
  '"$(dirname /x/y/z)"',
  '"`echo back`"',
  '"$(cat /tmp/a 2> /dev/null || echo none)"',
  "$'tab\\there'",
  '"$?"',
  '"${LIST[1]:-none}"',
  '"${#LIST[@]}"',
  '"${LIST[*]}"',
  '"${{ env.A }}"',
  "${{ env.MODE }}",
  '"${{ env.NONE }}"',
  "\"${{ env.NONE || 'default' }}\"",
  "\"${{ format('{0}-{1}', env.A, 'f') }}\"",
  "${{ inputs.mode }}",
  "${{ inputs.loud && 'loud' || 'quiet' }}",
  "${{ github.event.inputs.mode }}",
  "\"${{ vars.NONE || 'text' }}\"",
  "${{ github.run_number > 1 && 'later' || 'first' }}",
  "${{ steps.first.outputs.value || 'no' }}",
);

/** A word that may expand to no word or several words. */
export const fields = oneOf(
  "$A $B",
  "$MODE",
  "$EMPTY",
  '"${LIST[@]}"',
  "${LIST[@]}",
  '"${LIST[@]:1}"',
  "{x,y}",
  "{1..3}",
  'pre{"$A",b}post',
  "$(echo p q)",
  "/tmp/dir/*",
  '"$@"',
  word,
);

/** Up to three words of a command. */
export const words = several(fc.oneof({ arbitrary: word, weight: 4 }, { arbitrary: fields, weight: 1 }), {
  to: 3,
  between: " ",
});

/** A command that tests a condition and writes nothing. */
export const condition = oneOf(
  '[ "$MODE" = proxy ]',
  '[ "$MODE" != "$A" ]',
  '[ -n "$EMPTY" ]',
  '[ -z "${UNSET:-}" ]',
  '[ -z "$B" ]',
  template`[ -f ${file} ]`,
  template`[ -e ${file} ]`,
  template`[ ! -s ${file} ]`,
  template`[ -d ${folder} ]`,
  template`test -f ${file}`,
  '[ "$N" -gt 2 ]',
  '[ "$N" -eq 3 ] && [ "$A" = alpha ]',
  '[ "$A" = alpha -o "$B" = x ]',
  "[[ $MODE == pro* ]]",
  '[[ "$A" =~ ^al(p)ha$ ]]',
  "[[ $N -ge 3 && -n $A ]]",
  "[[ $A != *z* || $B == q ]]",
  "(( N > 2 ))",
  "(( N % 2 == 0 ))",
  '[ "${{ env.MODE }}" = proxy ]',
  '[ "${{ inputs.loud }}" = true ]',
  "[ -n \"${{ vars.NONE || 'x' }}\" ]",
  "[ \"${{ github.run_number > 1 && 'later' || 'first' }}\" = first ]",
  template`grep -q alpha ${file} 2> /dev/null`,
  template`cmp -s ${file} ${file} 2> /dev/null`,
  template`diff -q ${file} ${file} > /dev/null 2>&1`,
  "true",
  "false",
  "! true",
  "command -v bash > /dev/null",
  "command -v no-such-program > /dev/null 2>&1",
  'echo "$A" | grep -q alp',
  'case "$MODE" in p*) true ;; *) false ;; esac',
);
