import { codex, run, type KnownWorkflow } from "./known-workflow.js";

const config = run(
  "echo 'model = \"a\"' > /tmp/codex/config.toml\nmkdir -p ~/.codex /tmp/other\necho home > ~/.codex/config.toml\necho other > /tmp/other/config.toml",
);
const awf = "awf --image-tag 0.25.28 --enable-api-proxy";

function start(name: string, script: string, more: Partial<KnownWorkflow> = {}): KnownWorkflow {
  return { name, steps: [config], starts: [run(script)], ...more };
}

/** Workflows that start AWF and Codex in unusual ways. */
export const starting: readonly KnownWorkflow[] = [
  start("in a function and a condition", `run() { ${codex}; }\nif run; then echo ok; else exit 1; fi`),
  start("in a substitution", `output=$(${codex})\necho "$output"`),
  start("at the end", `trap '${codex}' EXIT\necho first`),
  start("in a session of its own", `setsid -w ${codex}`),
  start("in a recorded terminal", `script -qec '${codex}' /dev/null`),
  start(
    "by a variable",
    `\${AWF:-awf} --image-tag 0.25.28 --enable-api-proxy --env-all -- codex exec "say hi"`,
  ),
  start(
    "with options in an array",
    `options=(--image-tag 0.25.28 --enable-api-proxy)\noptions+=(--env-all)\nawf "\${options[@]}" -- codex exec "say hi"`,
  ),
  start(
    "by a script that the job wrote",
    `cat > /tmp/start.sh << 'EOF'\n#!/bin/bash\n${awf} --env-all -- codex exec "$1"\nEOF\nchmod +x /tmp/start.sh\n/tmp/start.sh "say hi"`,
  ),
  start(
    "of a script in the container",
    `cat > /tmp/inner.sh << 'EOF'\n#!/bin/bash\nexport CODEX_HOME=/tmp/other\nexec codex exec "$@"\nEOF\nchmod +x /tmp/inner.sh\n${awf} --env-all -- /tmp/inner.sh one two`,
  ),
  start("through npx with a version", `${awf} --env-all -- npx -y @openai/codex@0.118.0 exec hi`),
  start("through npx with what is installed", `${awf} --env-all -- npx codex exec hi`),
  start(
    "twice, for two homes",
    `for home in /tmp/codex /tmp/other; do CODEX_HOME=$home ${awf} --env-all -- codex exec hi; done`,
  ),
  start("again where it fails", `for attempt in 1 2 3; do ${awf} --env-all -- codex exec hi && break; done`),
  start("without the variables of the step", `${awf} -- codex exec hi`),
  start("without one variable", `${awf} --env-all --exclude-env CODEX_HOME -- codex exec hi`),
  start(
    "with one variable",
    `${awf} --env CODEX_HOME=/tmp/other -- codex exec hi\n${awf} --env-all -e "CODEX_HOME=$CODEX_HOME/../other" -- codex exec hi`,
  ),
  start(
    "with a file of variables",
    `printf 'CODEX_HOME=/tmp/other\\n' > /tmp/v\n${awf} --env-file /tmp/v -- codex exec hi\n${awf} --env-all --env-file /tmp/v -- codex exec hi`,
  ),
  start(
    "by sudo, which keeps variables back",
    `sudo ${awf} --env-all -- codex exec hi\nsudo --preserve-env=CODEX_HOME ${awf} --env-all -- codex exec hi\nsudo CODEX_HOME=/tmp/other ${awf} --env-all -- codex exec hi`,
  ),
  start(
    "by env, which takes variables away",
    `env -u CODEX_HOME ${awf} --env-all -- codex exec hi\nenv -i PATH="$PATH" ${awf} --env-all -- codex exec hi`,
  ),
  start(
    "with a variable that is not exported",
    `unset CODEX_HOME\nCODEX_HOME=/tmp/other\n${awf} --env-all -- codex exec hi\nexport CODEX_HOME\n${awf} --env-all -- codex exec hi`,
  ),
  start(
    "with a home that the container's command sets",
    `${awf} --env-all -- bash -c 'export CODEX_HOME=/tmp/other; codex exec hi'\n${awf} --env-all -- env CODEX_HOME=/tmp/other codex exec hi\n${awf} 'CODEX_HOME=/tmp/codex codex exec hi'`,
  ),
  start(
    "with a folder for the container",
    `${awf} --env-all --container-workdir /tmp -- bash -c 'CODEX_HOME=other codex exec "$PWD"'`,
  ),
  start(
    "with arguments of variables",
    `MODEL=m\n${awf} --env-all -- codex exec \${MODEL:+--model "$MODEL"} \${NONE:+--never} -c 'model_provider="x"' "$(cat /tmp/codex/config.toml)"`,
  ),
  { name: "a version by a range", steps: [config, run("npm install -g '@openai/codex@^0.120.0'")] },
  {
    name: "a version of two numbers",
    env: ["CODEX_VERSION: 0.118"],
    steps: [config, run('npm install -g "@openai/codex@$CODEX_VERSION"')],
  },
  {
    name: "the last of several versions",
    steps: [config, run("npm install -g @openai/codex@0.118.0\nnpm install -g @openai/codex@0.122.0")],
  },
  {
    name: "a version under a condition that is known",
    env: ["OLD: false"],
    steps: [
      config,
      run('if [ "$OLD" = true ]; then npm i -g @openai/codex@0.118.0; fi'),
      run("npm i -g @openai/codex@0.117.0", "if: env.OLD == 'true'"),
    ],
  },
  start(
    "with a variable of two lines, which AWF refuses",
    `lines=$(printf 'a\\nb')\n${awf} --env "A=$lines" -- codex exec hi || ${awf} -- codex exec again`,
  ),
  start(
    "with a configuration of AWF's that hands variables on",
    `echo '{"apiProxy":{"enabled":true},"environment":{"envAll":true,"excludeEnv":["A"]},"container":{"containerWorkDir":"/tmp"}}' > /tmp/awf.json\nsudo -E awf --config /tmp/awf.json -- bash -c 'codex exec "$PWD"'\nprintf 'apiProxy:\\n  enabled: true\\nenvironment:\\n  envAll: true\\n' > /tmp/awf.yml\nsudo -E awf --config /tmp/awf.yml --exclude-env B -- codex exec hi`,
    { env: ["A: a", "B: b"] },
  ),
  start(
    "with what AWF sets for its proxy",
    `${awf} --env-all -- bash -c 'printf "a = \\"%s\\"\\n" "$OPENAI_BASE_URL" > "$CODEX_HOME/config.toml"; [ -n "$OPENAI_API_KEY" ] && unset CODEX_API_KEY; codex exec hi'`,
  ),
  {
    name: "a version of a matrix that an expression lists",
    jobKeys: `strategy:\n  matrix:\n    codex: \${{ fromJSON('["0.118.0", "0.122.0"]') }}\n    exclude: \${{ fromJSON('[{"codex":"0.118.0"}]') }}\n`,
    steps: [config, run("npm install -g @openai/codex@${{ matrix.codex }}")],
  },
  {
    name: "a version of a matrix that is an expression as a whole",
    jobKeys: `strategy:\n  matrix: \${{ fromJSON('{"include":[{"codex":"0.118.0"},{"codex":"0.122.0"}]}') }}\n`,
    steps: [config, run("npm install -g @openai/codex@${{ matrix.codex }}")],
  },
  {
    name: "a version of a matrix, and one that another combination has",
    jobKeys: 'strategy:\n  matrix:\n    codex: ["0.118.0", "0.122.0"]\n',
    steps: [config, run("npm install -g @openai/codex@${{ matrix.codex }}")],
  },
  start(
    "by a program in a folder that the same step adds to the path",
    `mkdir -p /tmp/bin\nprintf '#!/bin/sh\\nCODEX_HOME=/tmp/other exec /usr/local/bin/codex "$@"\\n' > /tmp/bin/codex\nchmod +x /tmp/bin/codex\necho /tmp/bin >> "$GITHUB_PATH"\n${codex}`,
  ),
  start(
    "by a program in the first of two folders of the path, the second of which the step adds again",
    `for n in a b; do\nmkdir -p /tmp/$n\nprintf '#!/bin/sh\\nCODEX_HOME=/tmp/%s exec /usr/local/bin/codex "$@"\\n' $n > /tmp/$n/codex\nchmod +x /tmp/$n/codex\ndone\nexport PATH=/tmp/a:/tmp/b:$PATH\necho /tmp/b >> "$GITHUB_PATH"\n${codex.replace("sudo -E ", "")}`,
  ),
  start("in a coprocess", `coproc { ${codex} < /dev/null; }\nwait`),
];
