/** A small workflow, as people may write it by hand. */
export interface KnownWorkflow {
  readonly name: string;
  /** Lines of the workflow's `env`, in addition to `CODEX_HOME: /tmp/codex`. */
  readonly env?: readonly string[];
  /** Keys of the workflow, or of its job, as YAML. */
  readonly workflowKeys?: string;
  readonly jobKeys?: string;
  /** The steps before the one that starts Codex, each as YAML. */
  readonly steps: readonly string[];
  /** The steps that start Codex. Default: one step that starts Codex in AWF. */
  readonly starts?: readonly string[];
  /** The kinds of claims that the model may not make, in the order of `compare`. Default: none. */
  readonly withheld?: readonly string[];
}

/** A command that starts Codex in AWF with the API proxy. */
export const codex = 'sudo -E awf --image-tag 0.25.28 --enable-api-proxy --env-all -- codex exec "say hi"';

/** The text of the workflow, which installs Codex and creates a folder for its configuration. */
export function textOf({
  name,
  env = [],
  workflowKeys = "",
  jobKeys = "",
  steps,
  starts,
}: KnownWorkflow): string {
  const prepare = `run: |
  mkdir -p "$CODEX_HOME"
  npm install -g @openai/codex@0.121.0`;
  const all = [prepare, ...steps, ...(starts ?? [`run: ${codex}`])];
  return `name: ${name}
on:
  workflow_dispatch:
    inputs:
      provider:
        default: openai-proxy
      websockets:
        type: boolean
        default: false
env:
  CODEX_HOME: /tmp/codex
  OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}
${env.map((line) => `  ${line}\n`).join("")}${workflowKeys}jobs:
  agent:
    runs-on: ubuntu-latest
${indented(jobKeys, 4)}    steps:
${all.map((step) => `      - ${indented(step.trim(), 8).trim()}\n`).join("")}`;
}

function indented(text: string, width: number): string {
  if (text === "") return "";
  const lines = text.trimEnd().split("\n");
  return `${lines.map((line) => (line === "" ? "" : " ".repeat(width) + line)).join("\n")}\n`;
}

/** A step with a script. */
export function run(script: string, keys = ""): string {
  return `${keys === "" ? "" : `${keys.trim()}\n`}run: |\n${indented(script.replace(/^\n/, ""), 2).trimEnd()}`;
}
