import { codex, run, type KnownWorkflow } from "./known-workflow.js";

const write = (text: string): string => `cat > "$CODEX_HOME/config.toml" << EOF\n${text}\nEOF`;

/** Workflows with variables, quotes and expansions. */
export const variables: readonly KnownWorkflow[] = [
  {
    name: "variables that a step hands on, in both forms",
    steps: [
      run(
        'echo "PROVIDER=openai-proxy" >> "$GITHUB_ENV"\n{\n  echo "BLOCK<<END"\n  echo "[history]"\n  echo "persistence = \\"none\\""\n  echo END\n} >> "$GITHUB_ENV"',
      ),
      run(write('model_provider = "$PROVIDER"\n$BLOCK')),
    ],
  },
  {
    name: "a home that a step hands on, which no env of the workflow hides",
    steps: [run('mkdir -p /tmp/h\necho "CODEX_HOME=/tmp/h" >> $GITHUB_ENV\necho a > /tmp/h/config.toml')],
  },
  {
    name: "outputs of a step",
    steps: [
      run(
        'echo "provider=openai-proxy" >> "$GITHUB_OUTPUT"\nprintf "list<<X\\na\\nb\\nX\\n" >> "$GITHUB_OUTPUT"',
        "id: choose",
      ),
      run(
        write(
          'model_provider = "${{ steps.choose.outputs.provider }}"\n# ${{ steps.choose.outputs.list }}\n# ${{ steps.choose.outputs.none }}',
        ),
      ),
    ],
  },
  {
    name: "inputs and their defaults",
    steps: [
      run(
        write(
          'model_provider = "${{ inputs.provider }}"\nsupports_websockets = ${{ inputs.websockets }}\n# ${{ github.event.inputs.provider }}',
        ),
      ),
    ],
  },
  {
    name: "expressions that choose",
    env: ["MODE: prod"],
    steps: [
      run(
        write(
          "# ${{ env.NONE || 'default' }} ${{ env.MODE == 'prod' && 'p' || 'd' }} ${{ format('{0}/{1}', env.MODE, 'x') }} ${{ contains(env.MODE, 'ro') }}",
        ),
      ),
    ],
  },
  {
    name: "numbers and booleans of YAML",
    env: ["ONE: 1.0", "BIG: 1e3", "HEX: 0x1F", "YES: yes", "ON: true", "NULL:", "QUOTED: '010'"],
    steps: [run(write("# $ONE $BIG $HEX $YES $ON [$NULL] $QUOTED"))],
  },
  {
    name: "values of a matrix",
    jobKeys:
      "strategy:\n  matrix:\n    provider: [openai-proxy, azure]\n    exclude:\n      - provider: azure\n",
    steps: [run(write('model_provider = "${{ matrix.provider }}"'))],
  },
  {
    name: "defaults and substitutions of the shell",
    env: ["URL: http://172.30.0.30:10000/v1", "EMPTY: ''"],
    steps: [
      run(
        write(
          "# ${NONE:-none} ${EMPTY:-empty} ${EMPTY-unset} ${URL%/v1} ${URL##*/} ${URL#http://} ${URL/172.30.0.30/api-proxy} ${#URL} ${URL:0:4} ${URL^^}",
        ),
      ),
    ],
  },
  {
    name: "an array of lines",
    steps: [
      run(
        'lines=(\'model_provider = "x"\' "" "[history]")\nlines+=(\'persistence = "none"\')\nprintf "%s\\n" "${lines[@]}" > "$CODEX_HOME/config.toml"\necho "# ${#lines[@]} ${lines[0]}" >> "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "words that are split and joined",
    steps: [
      run(
        'IFS=, read -r first second rest <<< "a,b,c,d"\nIFS=: read -ra parts <<< "p:q"\nwords="x  y"\n(IFS=-; list=($words "${parts[@]}"); echo "# ${list[*]}") > "$CODEX_HOME/config.toml"\necho "# $first/$second/$rest" $words >> "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "printed into a variable",
    steps: [
      run(
        'printf -v line \'%s = "%s"\' model gpt-5\nprintf "%b" "$line\\n# t\\tt\\n" > "$CODEX_HOME/config.toml"\nprintf "%03d|%-4s|%x\\n" 7 ab 255 >> "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "a document in a variable",
    steps: [
      run(
        'CONFIG=$(cat << \'EOF\'\nmodel = "$NOT"\n\n[history]\nEOF\n)\necho "$CONFIG" > "$CODEX_HOME/config.toml"\nread -r -d "" MORE << \'EOF\' || true\n  # more\nEOF\necho "$MORE" >> "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "counted",
    env: ["N: 3"],
    steps: [
      run(
        'for ((i = 0; i < N; i++)); do echo "# $((i * i))"; done > "$CODEX_HOME/config.toml"\n(( N += 2 ))\nlet N--\necho "# $N $(( N > 3 ? 1 : 0 ))" >> "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "a variable of one step alone",
    steps: [
      run("export MODE=legacy\nMODE2=x\necho $MODE > /tmp/seen"),
      run('echo "# ${MODE:-unset} $(cat /tmp/seen)" > "$CODEX_HOME/config.toml"'),
    ],
  },
  {
    name: "a step's own variable over the one that was handed on",
    steps: [
      run('echo MODE=handed >> "$GITHUB_ENV"'),
      run('echo "# $MODE ${{ env.MODE }}" > "$CODEX_HOME/config.toml"', "env:\n  MODE: own"),
      run('echo "# $MODE" >> "$CODEX_HOME/config.toml"'),
    ],
  },
  {
    name: "a placeholder that is filled in",
    env: ["HOST: 172.30.0.30"],
    steps: [
      run(
        'cat > t.toml << \'EOF\'\nbase_url = "http://@HOST@:10000"\n# remove\nEOF\nsed -e "s|@HOST@|$HOST|" -e \'/^# remove/d\' t.toml > "$CODEX_HOME/config.toml"\nsed -i \'1i model_provider = "x"\' "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "that the context does not have",
    env: ["Mode: workflow"],
    steps: [
      run('echo "HANDED=on" >> "$GITHUB_ENV"\nexport SHELL_ONLY=1'),
      run(
        'echo "# ${{ env.HOME }} ${{ env.CI }} ${{ env.GITHUB_WORKSPACE }} ${{ env.SHELL_ONLY }} ${{ env.MODE }} ${{ env.handed }}${{ env.OWN }}" > "$CODEX_HOME/config.toml"',
        "env:\n  OWN: own ${{ env.OWN }}",
      ),
    ],
  },
  {
    name: "of the job's container",
    env: ["MODE: workflow"],
    jobKeys: "container:\n  image: node:22\n  env:\n    MODE: container\n    OTHER: ${{ inputs.provider }}\n",
    steps: [run('echo "# $MODE $OTHER ${{ env.OTHER }}" > "$CODEX_HOME/config.toml"')],
  },
  {
    name: "in the shell of a container",
    jobKeys: "container: node:22\n",
    steps: [
      run(
        'echo "a\\nb" > "$CODEX_HOME/config.toml"\nMODE=new\n[[ $MODE == new ]] || echo "# c" >> "$CODEX_HOME/config.toml"',
      ),
      run('echo "a\\nb" >> "$CODEX_HOME/config.toml"', "shell: bash"),
    ],
  },
  {
    name: "an expression in the arguments",
    steps: [],
    starts: [run(codex.replace('"say hi"', '-c model="${{ inputs.provider }}" "${{ github.workflow }}"'))],
    withheld: ["arguments"],
  },
];
