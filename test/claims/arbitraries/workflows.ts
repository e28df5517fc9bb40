import fc from "fast-check";
import { command } from "./commands.js";
import { awfStep, block, collecting, opaque, runStep, step } from "./steps.js";
import { oneOf, sometimes, template } from "./template.js";

/** A generated workflow. */
export interface GeneratedWorkflow {
  readonly text: string;
  /** Whether the file determines everything that its jobs do. */
  readonly isClosed: boolean;
  /** The installed release of AWF. */
  readonly awf: string | undefined;
}

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
