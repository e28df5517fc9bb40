import fc from "fast-check";
import { awfStart } from "./awf-starts.js";
import { command, script } from "./commands.js";
import { oneOf, several, sometimes, template } from "./template.js";

/** A generated workflow. */
export interface GeneratedWorkflow {
  readonly text: string;
  /** Whether the file determines everything that its jobs do. */
  readonly isClosed: boolean;
  /** The installed release of AWF. */
  readonly awf: string | undefined;
}

/** A key of a step with its value, as YAML. */
type Keys = readonly string[];

function block(text: string): string {
  const lines = text.replace(/\n+$/, "").split("\n");
  const indicator = /^\s/.test(text) ? "|2" : "|";
  return `${indicator}\n${lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}`;
}

function step(keys: Keys): string {
  const text = keys.join("\n").split("\n");
  return text
    .map((line, index) => (line === "" ? "" : `${index === 0 ? "      - " : "        "}${line}`))
    .join("\n");
}

const condition = oneOf(
  "always()",
  "failure()",
  "cancelled()",
  "success()",
  "${{ !cancelled() }}",
  "env.MODE == 'proxy'",
  "${{ env.A != 'alpha' }}",
  "inputs.loud",
  "inputs.mode == 'proxy' && always()",
  "steps.first.outcome == 'success'",
  "always() && steps.first.outputs.value == 'out'",
  "runner.os == 'Linux'",
  "github.event_name == 'workflow_dispatch'",
  "contains(env.MODE, 'rox')",
  "false",
);

const environment = several(
  oneOf(
    "A: own",
    "B: 1.10",
    "MODE: legacy",
    "N: 7",
    "EXTRA: true",
    "CODEX_HOME: /tmp/dir",
    "CODEX_HOME: ${{ github.workspace }}/sub",
    "CODEX_HOME: ${{ runner.temp }}/codex",
    "A: ${{ inputs.mode }}",
    "B: ${{ env.A }}-x",
    "A: ${{ vars.NONE || 'alpha' }}",
    "DIR: ${{ matrix.dir }}",
    "MODE: ${{ steps.first.outputs.value || 'proxy' }}",
    'EMPTY: "now full"',
  ),
  { to: 2, between: "\n  " },
).map((lines) => `env:\n  ${withoutDoubles(lines.split("\n  ")).join("\n  ")}`);

/** Removes duplicate keys, which YAML forbids. */
function withoutDoubles(lines: readonly string[]): readonly string[] {
  const nameOf = (line: string): string => line.slice(0, line.indexOf(":"));
  return lines.filter((line, index) => lines.findIndex((other) => nameOf(other) === nameOf(line)) === index);
}

const shell = oneOf("bash", "bash", "bash {0}", "bash -eu {0}", "/usr/bin/bash -e {0}");

const keys: fc.Arbitrary<Keys> = fc
  .tuple(
    sometimes(template`if: ${condition}`, { oneIn: 5 }),
    sometimes(environment, { oneIn: 3 }),
    sometimes(
      template`working-directory: ${oneOf("sub", "/tmp/dir", "${{ runner.temp }}", "${{ env.CODEX_HOME }}")}`,
      { oneIn: 8 },
    ),
    sometimes(template`shell: ${shell}`, { oneIn: 6 }),
    sometimes("continue-on-error: true", { oneIn: 6 }),
  )
  .map((all) => all.filter((key) => key !== ""));

const runStep = fc
  .tuple(sometimes("id: first", { oneIn: 3 }), keys, script)
  .map(([id, own, text]) => step([...(id === "" ? [] : [id]), ...own, `run: ${block(text)}`]));

/** Appends the content of files to Codex's configuration. */
const collecting = step([
  "if: always()",
  `run: ${block(
    [
      "set +e",
      'mkdir -p "$CODEX_HOME"',
      'for f in /tmp/a /tmp/b.toml /tmp/dir/i "$RUNNER_TEMP/c" d sub/e h /tmp/dir/j /tmp/all /tmp/sed-out /tmp/grep-out; do',
      '  if [ -f "$f" ]; then',
      '    echo "## $f"',
      '    cat "$f"',
      "  fi",
      'done >> "$CODEX_HOME/config.toml"',
      'echo "## A=$A B=$B MODE=$MODE N=$N DIR=$DIR LIST=$LIST EMPTY=${EMPTY-unset}" >> "$CODEX_HOME/config.toml"',
    ].join("\n"),
  )}`,
]);

const preparing = oneOf(
  'mkdir -p "$CODEX_HOME" /tmp/dir sub ~/.codex\n',
  "mkdir -p \"$CODEX_HOME\" /tmp/dir sub ~/.codex\necho alpha > /tmp/a\nprintf 'A=of file\\n# no\\nB=f\\n' > /tmp/variables\n",
  template`mkdir -p sub "$CODEX_HOME"\n${command}`,
);

const version = oneOf("0.121.0", "0.121.0", "0.118", "^0.120.0", "latest", "0.125", "~0.117.0");

/** AWF's release by the tag of its images; the newest without a tag. */
const awfReleases = fc.constantFrom("0.25.28", "0.25.28", "0.25.20", "0.27.40", undefined);

const installing = fc.oneof(
  { arbitrary: template`npm install -g @openai/codex@${version}\n`, weight: 5 },
  { arbitrary: template`npm i --global "@openai/codex@${version}"\n`, weight: 1 },
  { arbitrary: template`sudo npm install -g @openai/codex@${version}\n`, weight: 1 },
  { arbitrary: template`V=${version}\nnpm install -g "@openai/codex@$V"\n`, weight: 1 },
  {
    arbitrary: template`if [ "$MODE" = proxy ]; then npm i -g @openai/codex@${version}; else npm i -g @openai/codex@${version}; fi\n`,
    weight: 1,
  },
  { arbitrary: template`npm i -g @openai/codex@${version}\nnpm i -g @openai/codex@${version}\n`, weight: 1 },
  { arbitrary: template`npm i -g @openai/codex@\${{ env.V || '0.121.0' }}\n`, weight: 1 },
);

/** Steps whose effects the file does not determine. */
const opaque = oneOf(
  step(["uses: actions/checkout@v5"]),
  step(["uses: actions/checkout@v5", "with:\n  path: sub"]),
  step(["uses: actions/setup-node@v4"]),
  step(["uses: actions/upload-artifact@v4", "with:\n  name: x\n  path: /tmp/a"]),
  step(["uses: someone/writes-files@v1"]),
  step(["uses: ./.github/actions/local"]),
  step(["uses: actions/cache@v4", "with:\n  path: /tmp/dir\n  key: x"]),
);

const awfStep = fc
  .tuple(
    fc.oneof(
      { arbitrary: fc.constant("if: always()"), weight: 3 },
      { arbitrary: fc.constant(""), weight: 2 },
    ),
    keys,
    sometimes(command, { oneIn: 4 }),
    awfStart,
  )
  .map(([always, own, before, start]) =>
    step([
      ...(always === "" || own.some((key) => key.startsWith("if:")) ? [] : [always]),
      ...own,
      `run: ${block(before + start)}`,
    ]),
  );

const head = fc
  .record({
    codexHome: oneOf(
      "/tmp/codex",
      "${{ github.workspace }}/.codex",
      "/home/runner/.codex",
      "/tmp/gh-aw/mcp-config",
      '"${{ runner.temp }}/h"',
    ),
    hasHome: fc.oneof(
      { arbitrary: fc.constant(true), weight: 5 },
      { arbitrary: fc.constant(false), weight: 1 },
    ),
    defaults: sometimes(
      template`defaults:\n  run:\n    ${oneOf("shell: bash", "working-directory: /tmp")}\n`,
      { oneIn: 8 },
    ),
    key: sometimes("  OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}\n", { oneIn: 2 }),
    strategy: sometimes(
      oneOf(
        "    strategy:\n      matrix:\n        dir: [/tmp/dir, sub]\n",
        "    strategy:\n      matrix:\n        include:\n          - dir: sub\n",
      ),
      { oneIn: 8 },
    ),
    jobCondition: sometimes("    if: github.event_name != 'pull_request'\n", { oneIn: 10 }),
  })
  .map(({ codexHome, hasHome, defaults, key, strategy, jobCondition }) => ({
    needsHome: !hasHome,
    text: `on:
  workflow_dispatch:
    inputs:
      mode:
        default: proxy
      loud:
        type: boolean
        default: true
env:
  A: alpha
  B: beta
  MODE: proxy
  N: 3
  EMPTY: ""
${key}${hasHome ? `  CODEX_HOME: ${codexHome}\n` : ""}${defaults}jobs:
  agent:
    runs-on: ubuntu-latest
${jobCondition}${strategy}    steps:
`,
  }));

/** Small workflows as people write them, with everything that a job may do before it starts Codex in AWF. */
export const generatedWorkflow: fc.Arbitrary<GeneratedWorkflow> = fc
  .record({
    head,
    awf: awfReleases,
    first: fc.tuple(preparing, installing),
    steps: fc.array(
      fc.oneof(
        { arbitrary: runStep, weight: 8 },
        { arbitrary: opaque, weight: 1 },
        { arbitrary: awfStep, weight: 2 },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    collects: fc.oneof(
      { arbitrary: fc.constant(true), weight: 2 },
      { arbitrary: fc.constant(false), weight: 1 },
    ),
    last: awfStep,
  })
  .map(({ head: { text, needsHome }, first: [prepared, installed], steps, collects, last, awf }) => {
    const withHome = (script: string): string =>
      needsHome ? script.replace(/\$CODEX_HOME|\$\{CODEX_HOME\}/g, "/tmp/codex") : script;
    const all = [
      step(["name: Prepare", `run: ${block(withHome(prepared))}`]),
      step(["name: Install", `run: ${block(installed)}`]),
      ...steps.map(withHome),
      ...(collects ? [withHome(collecting)] : []),
      last,
    ];
    const tag = awf === undefined ? "" : `--image-tag ${awf} `;
    return {
      text: `${text}${all.map(withFirstIdOnly()).join("\n")}\n`.replaceAll("IMAGE_TAG ", tag),
      awf,
      isClosed: !all.some((each) => each.includes("uses:")),
    };
  });

/** Removes duplicate ids in a job. */
function withFirstIdOnly(): (step: string) => string {
  let isTaken = false;
  return (text) => {
    if (!text.includes("- id: first\n")) return text;
    if (!isTaken) {
      isTaken = true;
      return text;
    }
    return text.replace("- id: first\n", "- name: again\n");
  };
}
