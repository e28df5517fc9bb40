import fc from "fast-check";
import { oneOf, several, quoted, template } from "./template.js";
import { handingOn, setting } from "./variable-commands.js";
import { condition, file, folder, variable, word, words } from "./words.js";
import { moving, writing } from "./writing-commands.js";

/** Commands that the model does not know by name, or whose output is unknown. */
const unknown: fc.Arbitrary<string> = oneOf(
  template`date > ${file}\n`,
  template`${variable}=$(date +%s)\n`,
  template`${variable}=$(uname -r)\n`,
  template`awk '{ print }' ${file} > /tmp/awk-out 2> /dev/null || true\n`,
  template`python3 -c 'print(1)' >> ${file} || true\n`,
  template`curl -fsSL https://example.com/x -o ${oneOf("/tmp/a", "/tmp/b.toml", "d")}\n`,
  template`${variable}=$(jq -n 1 2> /dev/null || true)\n`,
  "curl -fsSL https://example.com > /dev/null\n",
  "gh auth status || true\n",
  template`if [ -n "$(date)" ]; then echo ${word} >> ${file}; fi\n`,
);

const simple: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: writing, weight: 10 },
  { arbitrary: moving, weight: 5 },
  { arbitrary: setting, weight: 8 },
  { arbitrary: handingOn, weight: 2 },
  { arbitrary: unknown, weight: 1 },
  { arbitrary: oneOf("false\n", "exit 0\n", "exit 3\n", "return 0 2> /dev/null || true\n"), weight: 1 },
);

const separator = fc.constantFrom(" && ", " || ", " && ! ");

/**
 * A list of commands, each with its line end; `maxDepth` limits their nesting. No other command sets the variable of the
 * loops that count: they would not end.
 */
export const command: fc.Arbitrary<string> = fc.letrec<{ command: string; body: string }>((tie) => {
  const { body } = { body: tie("body") };
  const compound = (arbitrary: fc.Arbitrary<string>, weight = 1) => ({ arbitrary, weight });
  return {
    body: several(tie("command"), { to: 2 }),
    command: fc.oneof(
      { maxDepth: 3, depthIdentifier: "command" },
      { arbitrary: simple, weight: 26 },
      compound(template`if ${condition}; then\n${body}fi\n`, 3),
      compound(template`if ${condition}; then\n${body}else\n${body}fi\n`, 3),
      compound(template`if ${condition}; then\n${body}elif ${condition}; then\n${body}else\n${body}fi\n`),
      compound(
        fc.tuple(condition, separator, body).map(([asked, then, inner]) => `${asked}${then}{\n${inner}}\n`),
        3,
      ),
      compound(template`{\n${body}} || true\n`, 3),
      compound(template`{\n${body}} >> ${file}\n`),
      compound(template`{\n${body}} 2> /dev/null | tee -a ${file} > /dev/null\n`),
      compound(template`(\n${body})\n`, 2),
      compound(template`( cd ${folder} && {\n${body}} ) || true\n`),
      compound(template`f() {\n${body}}\nf ${words}\n`, 2),
      compound(
        template`f() {\nlocal ${variable}=${word}\n${body}${oneOf("return", "return 0", "return 1", "echo inner >> /tmp/a")}\n}\nif f ${word}; then\n${body}fi\n`,
      ),
      compound(template`for i in ${words}; do\n${body}echo "$i" >> ${file}\ndone\n`, 2),
      compound(
        template`for f in /tmp/dir/* sub/*; do\n${oneOf('[ -e "$f" ] || continue\n', '[ -f "$f" ] || break\n', "")}cat "$f" >> /tmp/all 2> /dev/null || true\ndone\n`,
      ),
      compound(template`for ((round = 0; round < 2; round++)); do\n${body}done\n`),
      compound(template`round=0\nwhile [ $round -lt 2 ]; do\nround=$((round + 1))\n${body}done\n`),
      compound(template`until ${oneOf("true", '[ "$N" -ge 5 ]')}; do\nN=$((N + 1))\n${body}done\n`),
      compound(
        template`while IFS= read -r line; do\necho "[$line]" >> ${file}\ndone < <(printf '%s\\n' ${words})\n`,
      ),
      compound(
        template`printf '%s\\n' ${words} | while read -r x y; do\necho "$y $x" >> ${file}\nA=$x\ndone\n`,
      ),
      compound(
        template`while IFS='=' read -r k v; do\nexport "$k=$v" || true\ndone <<< "${oneOf("A=1", "B=x y", "MODE=$A")}"\n`,
      ),
      compound(
        template`${oneOf("export", "declare -x", "readonly", "declare -gx")} ${oneOf('"$A"', '"$A=$B"', '"$MODE=x"', "$B", '"X_$A=1"', '"$(cat /tmp/b.toml)=2"')} || true\n`,
      ),
      compound(
        template`${oneOf('read -r "$B" <<< x', 'printf -v "$A" %s y', 'unset "$A"', 'mapfile -t "$B" <<< z', 'getopts ab "$A" -a')} || true\n`,
      ),
      compound(
        template`case ${oneOf('"$MODE"', "$A", '"${B:-x}"', "${{ inputs.mode }}")} in\nproxy | alpha)\n${body};;\n*)\n${body}${oneOf(";;", "")}\nesac\n`,
        2,
      ),
      compound(
        template`check() { ${oneOf("true", "false", "return 3", '[ "$MODE" = proxy ]', '[ "${1:-}" = x ]')}; }\n${oneOf("check x", "! check", "check")} && {\n${body}} || true\n`,
      ),
      compound(template`trap 'echo ${oneOf("bye", "$A", "done")} >> /tmp/a' EXIT\n`),
      compound(template`trap cleanup EXIT\ncleanup() {\n${body}}\n`),
      compound(template`eval ${body.map(quoted)}\n`),
      compound(template`eval "${variable}=\\"${oneOf("$A", "x y", "$MODE")}\\""\n`),
      compound(
        template`${oneOf("bash", "bash -e", "bash -eu", "sh", "sudo bash", "sudo -E bash", "env -i bash", "env -u A bash", "A=inner bash", "timeout 20 bash")} -c ${body.map(quoted)}\n`,
        2,
      ),
      compound(
        template`cat > /tmp/script.sh << 'SCRIPT'\n${body}SCRIPT\n${oneOf("bash /tmp/script.sh", "bash -e /tmp/script.sh x", ". /tmp/script.sh", "source /tmp/script.sh", "chmod +x /tmp/script.sh; /tmp/script.sh y", "sh /tmp/script.sh")}\n`,
        2,
      ),
      compound(template`{\n${body}} &\nwait\n`),
      compound(template`${variable}=$(\n${body})\n`),
      compound(template`${variable}=$(\n${body}) || true\n`),
      compound(template`bash << 'INNER'\n${body}INNER\n`),
      compound(template`set +e\n${body}status=$?\nset -e\necho "status $status" >> /tmp/a\n`, 2),
      compound(template`exec 3>> ${file}\necho ${word} >&3\n${body}exec 3>&-\n`),
      compound(template`echo ${words} | xargs -n 1 echo item >> ${file}\n`),
    ),
  };
}).command;

/** A script that may stop at any command. */
export const script: fc.Arbitrary<string> = fc
  .tuple(
    oneOf("", "", "set -e\n", "set +e\n", "set +e\n", "set -euo pipefail\n", "set -u\n"),
    several(command, { to: 4 }),
  )
  .map(([start, commands]) => start + commands);
