import fc from "fast-check";
import { awfStart } from "./awf-starts.js";
import { command, script } from "./commands.js";
import { oneOf, several, sometimes, template } from "./template.js";

/** A key of a step with its value, as YAML. */
type Keys = readonly string[];

/** A block scalar with these lines. */
export function block(text: string): string {
  const lines = text.replace(/\n+$/, "").split("\n");
  const indicator = /^\s/.test(text) ? "|2" : "|";
  return `${indicator}\n${lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}`;
}

/** A step with these keys, as an item of `steps`. */
export function step(keys: Keys): string {
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

/** Steps that run a script. */
export const runStep = fc
  .tuple(sometimes("id: first", { oneIn: 3 }), keys, script)
  .map(([id, own, text]) => step([...(id === "" ? [] : [id]), ...own, `run: ${block(text)}`]));

/** A step that appends the content of files to Codex's configuration. */
export const collecting = step([
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

/** Steps whose effects the file does not determine. */
export const opaque = oneOf(
  step(["uses: actions/checkout@v5"]),
  step(["uses: actions/checkout@v5", "with:\n  path: sub"]),
  step(["uses: actions/setup-node@v4"]),
  step(["uses: actions/upload-artifact@v4", "with:\n  name: x\n  path: /tmp/a"]),
  step(["uses: someone/writes-files@v1"]),
  step(["uses: ./.github/actions/local"]),
  step(["uses: actions/cache@v4", "with:\n  path: /tmp/dir\n  key: x"]),
);

/** Steps that start Codex in AWF, perhaps after another command. */
export const awfStep = fc
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
