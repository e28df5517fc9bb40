import { codex, run, type KnownWorkflow } from "./known-workflow.js";

const to = '"$CODEX_HOME/config.toml"';

/** Workflows with functions, conditions, loops and failures. */
export const control: readonly KnownWorkflow[] = [
  {
    name: "a function that returns early",
    env: ["MODE: proxy"],
    steps: [
      run(`write() {\n  if [ "$MODE" = proxy ]; then echo a > ${to}; return; fi\n  echo b > ${to}\n}\nwrite`),
    ],
  },
  {
    name: "a status that is asked for",
    steps: [
      run(
        `is_old() { return 3; }\nis_old || status=$?\necho "# $status" > ${to}\nif ! is_old; then echo new >> ${to}; fi`,
      ),
    ],
  },
  {
    name: "a failure that ends the step",
    steps: [run(`echo a > ${to}\nfalse\necho b > ${to}`, "continue-on-error: true")],
  },
  {
    name: "a failure in a pipe, which only bash as a shell sees",
    steps: [
      run(`false | cat\necho a > ${to}`),
      run(`false | cat\necho b > ${to}`, "shell: bash\ncontinue-on-error: true"),
    ],
  },
  {
    name: "a background job that never ends, and a script that waits for it",
    steps: [
      run(`while [ -d / ]; do :; done &\necho a > ${to}\nwait\necho b > ${to}`, "timeout-minutes: 0.05"),
      run(`echo c > ${to}`),
    ],
    starts: [run(codex, "if: always()")],
    withheld: ["home", "config.toml", "version", "variables", "variables", "variables"],
  },
  {
    name: "a background job that never ends, and a script that does",
    steps: [run(`while [ -d / ]; do :; done &\necho a > ${to}`), run(`echo c >> ${to}`)],
    withheld: ["home", "config.toml", "version", "variables", "variables", "variables"],
  },
  {
    name: "a background job that only prints and sleeps",
    steps: [
      run(
        `while true; do echo "Still running: $(date -u)"; sleep 60; done > /dev/null 2>&1 &\nKEEP=$!\necho a > ${to}\n{ until false; do sleep 1m; date +%s >&2; done; } &\n(while :; do sleep 5; done) &\nwhile sleep 9m; do echo "Running for $SECONDS s" >&2; done &\nkill "$KEEP"`,
      ),
    ],
  },
  {
    name: "a background job that only prints and sleeps, and a script that waits for it",
    steps: [
      run(`while true; do echo; sleep 60; done &\necho a > ${to}\nwait`, "timeout-minutes: 0.05"),
      run(`echo b >> ${to}`, "if: failure()"),
    ],
    starts: [run(codex, "if: always()")],
  },
  {
    name: "a subshell that never ends",
    steps: [
      run(`(while [ -d / ]; do :; done) || echo a > ${to}`, "timeout-minutes: 0.05"),
      run(`timeout 1 bash -c 'while [ -d / ]; do :; done' || echo b > ${to}`, "if: always()"),
      run(`echo c > ${to}`),
    ],
    starts: [run(codex, "if: always()")],
    withheld: ["home", "config.toml", "version", "variables", "variables", "variables"],
  },
  {
    name: "a step that failed, and one that tidies up",
    steps: [
      run(`echo a > ${to}`),
      run("exit 4"),
      run(`echo b > ${to}`),
      run(`echo c >> ${to}`, "if: failure()"),
    ],
    starts: [run(codex, "if: always()")],
  },
  {
    name: "an outcome that is asked for",
    steps: [
      run("exit 1", "id: try\ncontinue-on-error: true"),
      run(`echo retry > ${to}`, "if: steps.try.outcome == 'failure'"),
      run(`echo never > ${to}`, "if: steps.try.conclusion == 'failure'"),
      run(`echo cancelled > ${to}`, "if: cancelled()"),
    ],
  },
  {
    name: "conditions of known values",
    env: ["STAGE: prod"],
    steps: [
      run(`echo a > ${to}`, "if: env.STAGE == 'prod' && !inputs.websockets"),
      run(`echo b >> ${to}`, "if: ${{ env.STAGE != 'prod' || inputs.provider == 'x' }}"),
      run(`echo c >> ${to}`, "if: startsWith(env.STAGE, 'PR')"),
    ],
  },
  { name: "a job that does not run", jobKeys: "if: github.event_name == 'push'\n", steps: [] },
  {
    name: "a start that does not happen",
    steps: [run(`echo a > ${to}`)],
    starts: [run(codex, "if: ${{ inputs.websockets }}"), run(`if [ -f ${to} ]; then exit 0; fi\n${codex}`)],
  },
  {
    name: "cases and patterns",
    env: ["CODEX_VERSION: v0.121.0"],
    steps: [
      run(
        `case "$CODEX_VERSION" in\n  v0.1[01]?.*) echo old ;;\n  v0.12*|v0.13*) echo new ;;\n  *) echo other ;;\nesac > ${to}\nif [[ $CODEX_VERSION =~ ^v([0-9]+)\\.([0-9]+) ]]; then echo "# \${BASH_REMATCH[2]}" >> ${to}; fi\n[[ $CODEX_VERSION == v0.* && ! -e /tmp/none ]] && echo yes >> ${to}`,
      ),
    ],
  },
  {
    name: "loops over words and lines",
    steps: [
      run(
        `for name in a "b c" d; do\n  [ "$name" = "b c" ] && continue\n  echo "# $name"\ndone > ${to}\nprintf '%s\\n' 'x=1' 'y=2' | while IFS='=' read -r key value; do echo "$key = $value"; done >> ${to}\nn=0; while read -r line; do n=$((n + 1)); done < ${to}\necho "# $n" >> ${to}`,
      ),
    ],
  },
  {
    name: "what happens at the end",
    steps: [
      run(`trap 'cp /tmp/part ${to}' EXIT\necho a > /tmp/part\nexit 0\necho b > /tmp/part`),
      run(`cleanup() { echo "# $?" >> ${to}; }\ntrap cleanup EXIT\nfalse`, "continue-on-error: true"),
    ],
  },
  {
    name: "scripts that the job wrote",
    steps: [
      run(
        `cat > /tmp/lib.sh << 'EOF'\nsay() { echo "# $1 \${2:-two}"; }\nEOF\ncat > /tmp/go.sh << 'EOF'\n#!/usr/bin/env bash\nset -eu\nsource /tmp/lib.sh\nsay "$1" > ${to}\nEOF\nchmod +x /tmp/go.sh\n/tmp/go.sh one\nbash /tmp/go.sh three >> /tmp/log\n. /tmp/lib.sh\nsay x y >> ${to}`,
      ),
    ],
  },
  {
    name: "text that is run",
    steps: [
      run(
        `command='echo "# a"'\neval "$command" > ${to}\nname=MODE; eval "$name=set"; echo "# $MODE \${!name}" >> ${to}\nbash -c 'echo "# $0 $1 \${MODE-unset}"' zero one >> ${to}`,
      ),
    ],
  },
  {
    name: "background jobs that are waited for",
    steps: [run(`(sleep 0.1; echo a > ${to}) &\nwait\necho b >> ${to}`)],
  },
  {
    name: "subshells keep their variables",
    steps: [
      run(
        `A=1\n(A=2; cd /tmp; echo "# $A" > ${to})\necho x | { read -r A; echo "# $A" >> ${to}; }\necho "# $A" >> ${to}`,
      ),
    ],
  },
  {
    name: "a shell without arrays and brackets",
    steps: [
      run(
        `if [ "$CODEX_HOME" = /tmp/codex ]; then echo "# a\\tb" > ${to}; fi\nfor i in 1 2; do echo "# $i" >> ${to}; done`,
        "shell: sh",
      ),
    ],
  },
  {
    name: "a chain of and and or",
    steps: [
      run(
        `grep -q nothing ${to} 2> /dev/null || echo a > ${to}\ngrep -q a ${to} && echo b >> ${to} || echo c >> ${to}\n[ -s /tmp/none ] && echo d >> ${to}\ntrue`,
      ),
    ],
  },
  {
    name: "an unset variable that stops a script",
    steps: [
      run(`set -u\necho a > ${to}\necho "$NOT_THERE" >> ${to}\necho b >> ${to}`, "continue-on-error: true"),
    ],
  },
  {
    name: "a search in a folder that is not there",
    steps: [
      run(`find /tmp/none -name '*.toml' -delete || echo a > ${to}`),
      run("find /tmp/none -name '*.toml'", "continue-on-error: true"),
      run(`echo b >> ${to}`),
    ],
  },
  {
    name: "numbers of an array",
    env: ["CODEX_VERSION: v0.08.3"],
    steps: [
      run(
        `[[ $CODEX_VERSION =~ v([0-9]+)\\.([0-9]+)\\.([0-9]+) ]]\nif (( 10#\${BASH_REMATCH[2]} >= 8 && BASH_REMATCH[3] < 4 )); then echo new; else echo old; fi > ${to}\ncounts=(1 2)\n(( counts[1]++, counts[2] += 5 ))\ni=0; echo "# \${counts[*]} $(( counts[i + 1] * 2 ))" >> ${to}\n(( counts[$(date +%-S) % 2]++ ))\n[ "\${#counts[@]}" -gt 0 ] && echo "# end" >> ${to}`,
      ),
    ],
  },
  {
    name: "an operator that sh does not know",
    steps: [
      run(
        `echo a > ${to}\n[ "$CI" == true ] && echo b >> ${to}\nif [ "$CI" = true ]; then echo c >> ${to}; fi\n[ -n "$CI" -a "$CI" == true ] || echo "# $?" >> ${to}`,
        "shell: sh",
      ),
    ],
  },
  {
    name: "arithmetic that Bash cannot evaluate",
    env: ["TEXT: Alpha x"],
    steps: [
      run(
        `for end in one two; do\necho $end >> ${to}\nN=$((TEXT + 1))\ndone; echo three >> ${to}\necho "four $?" >> ${to}\nf() {\necho $((1 / 0))\necho never >> ${to}\n}\nf || echo never >> ${to}\n(f; echo never >> ${to}) || echo subshell >> ${to}\n(eval 'f; echo never\necho never >> ${to}') || echo five >> ${to}\neval "f; echo never >> ${to}\necho evaluated >> ${to}"\nbash -c 'echo $((08))\necho inner >> ${to}'\n((TEXT + 1)) || echo command >> ${to}\nlet 'N = TEXT' || [[ TEXT -ge 1 ]] || echo built-ins >> ${to}\nfor ((i = 0; i < TEXT; i++)); do echo never >> ${to}; done || echo loop >> ${to}\ntrap 'f; echo never >> ${to}\necho trap >> ${to}' EXIT\nsh -c 'A=B; echo $((A + 1)); echo never' || echo dash >> ${to}`,
      ),
    ],
  },
  {
    name: "arithmetic with a variable that is not set",
    env: ["NAME: none"],
    steps: [
      run(
        `set -u\n(echo $((NAME + 1)); echo never >> ${to}) || echo expansion >> ${to}\n(((other)) || echo never >> ${to}) || echo command >> ${to}\n(let NAME++; echo never >> ${to}) || echo let >> ${to}\necho "$((0 && other)) $((1 || other)) $((set = 5))" >> ${to}\nsh -uc 'echo $((other + 1))' >> ${to}\nif [ "$((NAME))" = 0 ]; then :; fi\necho never >> ${to}`,
        "continue-on-error: true",
      ),
    ],
  },
];
