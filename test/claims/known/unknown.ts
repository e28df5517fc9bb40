import { codex, run, type KnownWorkflow } from "./known-workflow.js";

const to = '"$CODEX_HOME/config.toml"';

/** Workflows whose file does not determine everything. */
export const unknown: readonly KnownWorkflow[] = [
  {
    name: "a configuration of the checkout",
    steps: ["uses: actions/checkout@v5", run(`if [ -f codex.toml ]; then cp codex.toml ${to}; fi`)],
    withheld: ["config.toml"],
  },
  {
    name: "a checkout beside the configuration",
    steps: [run(`echo a > ${to}`), "uses: actions/checkout@v5"],
  },
  {
    name: "an action of somebody else",
    steps: [run(`echo a > ${to}`), "uses: someone/setup@v1"],
    withheld: ["home", "config.toml", "variables", "variables", "variables"],
  },
  {
    name: "an action of GitHub",
    steps: [run(`echo a > ${to}`), "uses: actions/setup-node@v4\nwith:\n  node-version: 24"],
  },
  {
    name: "variables whose names are not known",
    env: ["A: ${{ vars.NONE || 'MODE=alpha' }}", "K: ${{ vars.NONE || 'MODE' }}"],
    steps: [run(`echo a > ${to}`)],
    starts: [
      ...[
        'export "$A"',
        "export $A",
        'declare -x "$K=1"',
        'export "M$(echo ODE)=2"',
        'set -a; read -r "$K" <<< b',
      ],
      ...[
        'set -a; printf -v "$K" c',
        'export MODE=d; unset "$K"',
        'echo "$A" > /tmp/e; export $(xargs < /tmp/e)',
      ],
      ...['set -a; mapfile -t "$K" <<< e', 'set -a; getopts ab "$K" -a', 'eval "$A; export MODE"'],
      ...['echo "$A" > /tmp/e; set -a; source /tmp/e'],
    ].map((script) => run(`${script}\n${codex}`)),
    withheld: [5, 5, 6, 5, 5, 5, 5, 4, 5, 5, 5].flatMap((count) => [
      ...["home", "config.toml"],
      ...Array.from({ length: count }, () => "variables"),
    ]),
  },
  {
    name: "a file that is moved to what may be a folder",
    steps: [
      "uses: someone/setup@v1\ncontinue-on-error: true",
      run("echo a > /tmp/a; mkdir -p sub; mv /tmp/a sub"),
      run("echo b > /tmp/b; mv /tmp/b other"),
    ],
    starts: [run(`cd sub || exit 1\n${codex}`), run(codex, "working-directory: other\nif: always()")],
    withheld: ["starts", "home", "config.toml", "variables", "variables", "variables"],
  },
  {
    name: "the output of a program",
    steps: [run(`echo "# $(echo a | md5sum)" > ${to}\necho b >> ${to}`)],
    withheld: ["config.toml"],
  },
  {
    name: "a word that may be no word",
    steps: [run(`X=$(md5sum < /dev/null | tr -d a-f0-9- | tr -d ' ')\necho a $X b > ${to}`)],
    withheld: ["config.toml"],
  },
  {
    name: "a download",
    steps: [
      run(`echo a > ${to}\ncurl -fsSL https://example.com/config -o /tmp/part\ncat /tmp/part >> ${to}`),
    ],
    withheld: ["config.toml"],
  },
  {
    name: "arithmetic with a text that may be no number",
    steps: [run(`N=$(awk 'BEGIN { print "a b" }')\necho $((N + 1)); echo a > ${to}\necho b >> ${to}`)],
  },
  {
    name: "arithmetic with a count",
    steps: [
      run(`N=$(ls / | wc -l); S=$(date +%s)\necho $((N * 2 + S)) $(( $(date +%s) - S )); echo a > ${to}`),
    ],
  },
  {
    name: "an assignment in arithmetic that may not happen",
    steps: [run(`N=$(awk 'BEGIN { print 0 }') M=1\n(( N && (M = 2) )) || true; echo $M > ${to}`)],
  },
  {
    name: "a branch that nobody knows",
    steps: [run(`if [ "$GITHUB_ACTOR" = somebody ]; then echo a > ${to}; else echo b > ${to}; fi`)],
  },
  {
    name: "a script of the repository",
    steps: ["uses: actions/checkout@v5", run(`echo a > ${to}\n./scripts/prepare.sh || true`)],
    withheld: ["home", "config.toml", "variables", "variables", "variables"],
  },
  {
    name: "a folder that an action may have made",
    steps: ["uses: someone/setup@v1", run("echo a > ~/.codex/config.toml", "continue-on-error: true")],
    starts: [run(`CODEX_HOME=~/.codex ${codex}`)],
    withheld: ["home", "config.toml", "variables", "variables", "variables"],
  },
  {
    name: "variables that an action may have named, too",
    env: ["A: alpha"],
    steps: ["uses: someone/setup@v1"],
    starts: [run(`DIR=/tmp/x\nB=b\nexport B\nA=a\n${codex}`)],
    withheld: ["home", "config.toml", "variables", "variables", "variables", "variables"],
  },
  {
    name: "an output that is printed",
    steps: [
      run('echo "::set-output name=text::a"\necho "other=b" >> "$GITHUB_OUTPUT"', "id: print"),
      run(`echo '\${{ steps.print.outputs.text }} \${{ steps.print.outputs.other }}' > ${to}`),
    ],
    withheld: ["config.toml"],
  },
  {
    name: "a folder without a name",
    env: ["PLACE: ${{ vars.PLACE }}", "OTHER: ${{ vars.OTHER }}"],
    steps: [
      run(
        `mkdir -p "$PLACE" && echo a > ${to} || echo b > ${to}\n[ -n "$PLACE" ] || echo c >> ${to}\nmkdir -p "$OTHER" "$PLACE" || echo d >> ${to}\nmkdir -p $OTHER || echo e >> ${to}\nmkdir "/tmp/x$OTHER" && echo f >> ${to}`,
      ),
    ],
  },
  {
    name: "a folder that is in a cache or nowhere",
    steps: [
      "uses: actions/cache@v4\nwith:\n  path: /tmp/cached/a\n  key: x",
      run(`ls /tmp/cached || echo a > ${to}`),
    ],
    starts: [run(codex, "working-directory: /tmp/cached/a")],
    withheld: ["starts"],
  },
  {
    name: "a file of variables that an action may have written",
    steps: ["uses: someone/setup@v1"],
    starts: [run("awf --image-tag 0.25.28 --enable-api-proxy --env-file /tmp/variables -- codex exec hi")],
    withheld: ["starts"],
  },
  {
    name: "values that are known not to be empty",
    env: ["A: ${{ vars.A || 'alpha' }}", "DIR: /tmp/codex${{ vars.SUFFIX || '' }}"],
    steps: [
      run(
        `[ -n "$A" ] && echo a > ${to}\n[ "$A" = "" ] && echo b >> ${to}\n[ -z "\${B:-}\${{ vars.B || 'beta' }}" ] || echo "\${A:+set}" >> ${to}\ncase "\${{ github.sha }}" in "") echo c >> ${to} ;; *) echo d >> ${to} ;; esac`,
      ),
    ],
    withheld: ["variables", "variables"],
  },
  {
    name: "last lines that may be empty",
    env: ["B: ${{ vars.NONE }}"],
    steps: [
      run(
        `A=$(printf '%s\\n' a "$B")\nDIR=$(printf '%s\\n' a "$B$B" "$B" b)\nN=$(printf '%s\\n' "$B" "$B")\necho "$A," > ${to}; echo "$DIR," >> ${to}; echo "$N," >> ${to}`,
      ),
    ],
    withheld: ["config.toml", "config.toml", "config.toml", "variables"],
  },
  {
    name: "files of the runner in its folder",
    steps: [
      run(
        `mkdir -p /tmp/dir\ntouch "$RUNNER_TEMP/one.toml" "$RUNNER_TEMP/mcp-one"\necho "$RUNNER_TEMP"/*.toml "$RUNNER_TEMP"/mcp-* > ${to}\ntar -c -C "$RUNNER_TEMP" . | tar -x -C /tmp/dir\nN=$(echo "$RUNNER_TEMP"/[a-f]*) DIR=$(echo /tmp/dir/*) ${codex}`,
      ),
    ],
    starts: [],
    withheld: ["variables", "variables"],
  },
  {
    name: "files in a folder that is not known",
    env: ["A: ${{ vars.NONE }}"],
    steps: [run(`DIR=$(echo "$A"/[a-f]*) ${codex}`)],
    starts: [],
    withheld: ["variables", "variables"],
  },
  {
    name: "a link where the repository may have a file",
    steps: ["uses: actions/checkout@v5", run(`echo a > ${to}\nln -s ${to} d || true\necho b >> d`)],
  },
  {
    name: "a variable of AWF with a line end after an unknown part",
    steps: [
      run(
        `B="\${{ vars.NONE || 'text' }}\nlast"\n${codex.replace(" -- ", ' --env "A=$B" -- ')} || echo b > ${to}`,
      ),
    ],
    starts: [],
    withheld: ["starts"],
  },
  {
    name: "an expression after the name of a variable",
    env: ["NAMEX: alpha"],
    steps: [run(`NAME=beta\necho "$NAME\${{ github.run_number > 0 && vars.NONE || 'X' }}" > ${to}`)],
    withheld: ["config.toml"],
  },
  {
    name: "one of two values in a script",
    steps: [
      run(`printf '%s\\n' "\${{ github.run_number > 1 && 'a = 1' || 'b = 1' }}" > ${to}`),
      run(
        `X="\${{ github.run_number > 1 && 'a' || 'b' }}"\nif [ "$X" = \${{ github.run_number > 1 && 'a' || 'b' }} ]; then echo "# $X" >> ${to}; else rm ${to}; fi`,
      ),
    ],
  },
  {
    name: "functions, options and traps after more conditions than are followed",
    steps: [
      run(
        `unlikely() { [ -n "$(nproc | grep -x "$1")" ]; }
f() { echo function > ${to}; }
set -- first
exec 3> /dev/null
set +e
unlikely 90001 && f() { echo other > ${to}; }
unlikely 90002 && set -e
unlikely 90003 && set -- other
unlikely 90004 && exec 3>> ${to}
unlikely 90005 && trap 'echo trap >> ${to}' EXIT
f
false
echo "$1" >> ${to}
echo descriptor >&3
true`,
      ),
    ],
    withheld: ["config.toml"],
  },
];
