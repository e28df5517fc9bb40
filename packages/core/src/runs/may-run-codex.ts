import { lineStart } from "../text/index.js";
import { looksLikeWorkflow, parseWorkflow, type JobFilter, type Workflow } from "../workflow/index.js";

/**
 * Whether a file may run Codex inside AWF: a cheap test that says no to nearly every file that does not.
 * Where it says no, there is nothing to find.
 */
export function mayRunCodex(text: string): boolean {
  return namesCodex(text) && namesAwf(text);
}

/** Whether a file has to be parsed: it may run Codex, or may be a workflow that GitHub cannot read. */
export function needsParsing(text: string): boolean {
  return mayRunCodex(text) || !looksLikeWorkflow(text);
}

const JOBS_WITH_CODEX: JobFilter = { mayMatter: namesAwf, stepsMayMatter: mayRunCodexInJob };

/**
 * Reads a workflow, or what there is of one: any text gives a model, none throws. Of a file that is laid out as usual,
 * only jobs that may run Codex inside AWF are parsed, and others when they are asked for.
 */
export function readWorkflow(text: string): Workflow {
  return parseWorkflow(text, JOBS_WITH_CODEX);
}

/**
 * What `mayRunCodex` tells of a file, for a job: whether one of its steps may run Codex inside AWF. `around` is what else gives it variables.
 *
 * Such a step names both, or gets a name from elsewhere. Of that the model follows variables of the job and the
 * workflow, what other steps hand on in GitHub's files, and scripts that other steps write, or that come to Bash on
 * its standard input.
 */
function mayRunCodexInJob(steps: readonly string[], around: readonly string[]): boolean {
  const exporters = steps.filter((step) => HANDS_ON.test(step));
  const elsewhere = [...around, ...exporters];
  const starters = elsewhere.some(namesAwf) ? steps : steps.filter(namesAwf);
  if (starters.length === 0) return false;
  if (starters.some(namesCodex) || elsewhere.some(namesCodex)) return true;
  const runsOthers = starters.some((step) => givesShellInput(step) || mayRunWritten(step, steps));
  return runsOthers && steps.some(namesCodex);
}

/** What later steps get as variables and in expressions. */
const HANDS_ON = /GITHUB_(?:ENV|OUTPUT|PATH)|github\.(?:env|output|path)/;

/** Whether a step may run a script that another step has written. */
function mayRunWritten(step: string, steps: readonly string[]): boolean {
  return Array.from(step.matchAll(RUNS_FILE)).some(({ index }) => {
    OWN_SCRIPT.lastIndex = index;
    const name = OWN_SCRIPT.exec(step)?.[1];
    return name === undefined || steps.some((other) => namesOtherwise(other, name));
  });
}

/** `bash FILE`, or a path behind AWF's `--` that is not a shell's own. */
const RUNS_FILE = /(?<![\w.-])(?:ba)?sh[ \t]+["']?[\w/~.$]|[ \t]--[ \t]+["']?[~./$](?!bin\/|usr\/bin\/)/g;

/** The same for a script that gh-aw's setup puts into its folder; its name without the ending. */
const OWN_SCRIPT = /bash[ \t]+"?(?:\$\{RUNNER_TEMP\}|\/opt)\/gh-aw\/actions\/(\w+)\.sh\b/y;
const OWN_SCRIPT_BEFORE_NAME = /bash[ \t]+"?(?:\$\{RUNNER_TEMP\}|\/opt)\/gh-aw\/actions\/$/;

/**
 * Whether a step names one of gh-aw's scripts other than to run it. A step that writes it, or a file that becomes it,
 * does, as far as the file shows what it writes.
 */
function namesOtherwise(step: string, name: string): boolean {
  for (let index = step.indexOf(name); index !== -1; index = step.indexOf(name, index + 1))
    if (!OWN_SCRIPT_BEFORE_NAME.test(step.slice(Math.max(0, index - 60), index))) return true;
  return false;
}

/** Whether a step may give a shell a script on its standard input: not by `#!/bin/bash`, with which a file begins. */
function givesShellInput(step: string): boolean {
  return Array.from(step.matchAll(SHELL_FOR_INPUT)).some(
    ({ index }) => !/^[ \t]*#!/.test(step.slice(lineStart(step, index), index)),
  );
}

/** `... | bash`, `bash < file`: a shell without `-c` and without a file, also behind an escape of YAML's; not `sh.rustup.rs`. */
const SHELL_FOR_INPUT = /(?:(?<![\w.])|\\[nt])(?:ba)?sh\b(?![.-]\w|\s+-\w*c|[ \t]+["'$\w/~.])/g;

function namesAwf(text: string): boolean {
  return text.includes("awf");
}

/**
 * Whether Codex's folder stands anywhere, or `codex` as a word of a shell may stand. Lock files of other engines name
 * it in lists of models and folders: `gpt-5-codex`, `"codex":["agent"]`, `.codex`.
 */
function namesCodex(text: string): boolean {
  // One search for both; what stands around is looked at afterwards, for which the search would be ten times slower.
  const name = /CODEX_HOME|codex/g;
  for (let match = name.exec(text); match; match = name.exec(text)) {
    const { index } = match;
    if (text[index] === "C" || (startsWord(text, index) && endsWord(text, name.lastIndex))) return true;
    if (isInFlowMapping(text, index)) return true;
  }
  return false;
}

/** `env: { AGENT: codex, ... }` looks like a list of models. */
function isInFlowMapping(text: string, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), offset);
  return /^ *(?:- +)?[\w"'-]+: *\{/.test(line);
}

function startsWord(text: string, offset: number): boolean {
  // In a YAML string, `\\n` and the like stand for what separates words.
  return offset === 0 || text[offset - 2] === "\\" || !/[\w.*-]/.test(text.charAt(offset - 1));
}

function endsWord(text: string, offset: number): boolean {
  if (/[\w.*:,/-]/.test(text.charAt(offset))) return false;
  // Behind a closing quote, perhaps escaped, JSON goes on with one of these.
  let end = offset;
  while (/["'\\]/.test(text.charAt(end))) end++;
  return end === offset || !/[:,\]}]/.test(text.charAt(end));
}
