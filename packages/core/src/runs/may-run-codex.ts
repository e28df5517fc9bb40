import { lineStart } from "../text/index.js";
import { looksLikeWorkflow, parseWorkflow, type JobFilter, type Workflow } from "../workflow/index.js";

/**
 * Whether a file may run Codex inside AWF: a cheap check that rejects nearly every file that does not. A file that it
 * rejects has no findings.
 */
export function mayRunCodex(text: string): boolean {
  return namesCodex(text) && namesAwf(text);
}

/** Whether a file has to be parsed, because it may run Codex, or may be a workflow that GitHub cannot read. */
export function needsParsing(text: string): boolean {
  return mayRunCodex(text) || !looksLikeWorkflow(text);
}

const JOBS_WITH_CODEX: JobFilter = { mayMatter: namesAwf, stepsMayMatter: mayRunCodexInJob };

/**
 * Reads a workflow. Never throws: any text gives a model of what can be read. In a file with the usual layout, only
 * jobs that may run Codex inside AWF are parsed, and others on first use.
 */
export function readWorkflow(text: string): Workflow {
  return parseWorkflow(text, JOBS_WITH_CODEX);
}

/**
 * Like `mayRunCodex`, for a job: whether one of its steps may run Codex inside AWF. `around`: other parts of the file
 * that may set variables for it.
 *
 * Such a step names both Codex and AWF, or gets a name from elsewhere. The model follows variables of the job and the
 * workflow, values that other steps pass on in GitHub's files, programs and scripts that other steps write, and scripts that
 * Bash reads from its standard input.
 */
function mayRunCodexInJob(steps: readonly string[], around: readonly string[]): boolean {
  const exporters = steps.filter((step) => PASSES_ON.test(step));
  const elsewhere = [...around, ...exporters];
  const starters = elsewhere.some(namesAwf) ? steps : steps.filter(namesAwf);
  if (starters.length === 0) return false;
  if (starters.some(namesCodex) || elsewhere.some(namesCodex)) return true;
  const others = steps.filter(namesCodex);
  if (others.length === 0) return false;
  if (others.some((step) => WRITES_PROGRAM.test(step)) || starters.some(mayPassCommand)) return true;
  return starters.some((step) => givesShellInput(step) || mayRunWritten(step, steps));
}

/** Marks of a step that writes a program, which AWF's command may run by any name. */
const WRITES_PROGRAM = /#!|\bchmod[ \t]+(?:-\w+[ \t]+)*[\w,=+]*[x1357]/;

/** Whether a step may define a function or a program that calls AWF with the command that it gets. */
function mayPassCommand(step: string): boolean {
  return /(?<![\w.])awf["']?[ \t]+[-\\]/.test(step) && /\$\{?[@*1]/.test(step);
}

/** Marks of a step that passes variables or outputs on to later steps. */
const PASSES_ON = /GITHUB_(?:ENV|OUTPUT|PATH)|github\.(?:env|output|path)/;

/** Whether a step may run a script that another step has written. */
function mayRunWritten(step: string, steps: readonly string[]): boolean {
  return Array.from(step.matchAll(RUNS_FILE)).some(({ index }) => {
    OWN_SCRIPT.lastIndex = index;
    const name = OWN_SCRIPT.exec(step)?.[1];
    return name === undefined || steps.some((other) => namesWithoutRunning(other, name));
  });
}

/** `bash FILE`, `source FILE`, or a path after AWF's `--` that is not below `/bin` or `/usr/bin`. */
const RUNS_FILE =
  /(?<![\w.-])(?:ba)?sh[ \t]+["']?[\w/~.$]|(?<![\w./-])(?:source|\.)[ \t]+["']?[\w/~.$]|[ \t]--[ \t]+["']?[~./$](?!bin\/|usr\/bin\/)/g;

/** `bash FILE` for a script of gh-aw's setup; captures the script's name without its extension. */
const OWN_SCRIPT = /bash[ \t]+"?(?:\$\{RUNNER_TEMP\}|\/opt)\/gh-aw\/actions\/(\w+)\.sh\b/y;
const OWN_SCRIPT_BEFORE_NAME = /bash[ \t]+"?(?:\$\{RUNNER_TEMP\}|\/opt)\/gh-aw\/actions\/$/;

/**
 * Whether a step names one of gh-aw's scripts other than to run it, as a step must that writes the script.
 */
function namesWithoutRunning(step: string, name: string): boolean {
  for (let index = step.indexOf(name); index !== -1; index = step.indexOf(name, index + 1))
    if (!OWN_SCRIPT_BEFORE_NAME.test(step.slice(Math.max(0, index - 60), index))) return true;
  return false;
}

/**
 * Whether a step may pass a script to a shell's standard input. A `#!/bin/bash` at the start of a file does not count.
 */
function givesShellInput(step: string): boolean {
  return Array.from(step.matchAll(SHELL_FOR_INPUT)).some(
    ({ index }) => !/^[ \t]*#!/.test(step.slice(lineStart(step, index), index)),
  );
}

/**
 * `... | bash`, `bash < file`: a shell without `-c` and without a file, also after a YAML escape; not `sh.rustup.rs`.
 */
const SHELL_FOR_INPUT = /(?:(?<![\w.])|\\[nt])(?:ba)?sh\b(?![.-]\w|\s+-\w*c|[ \t]+["'$\w/~.])/g;

function namesAwf(text: string): boolean {
  return text.includes("awf");
}

/**
 * Whether a text contains `CODEX_HOME`, or `codex` where it may be a word of a shell script. Lock files of other
 * engines contain it in lists of models and folders: `gpt-5-codex`, `"codex":["agent"]`, `.codex`.
 */
function namesCodex(text: string): boolean {
  // One search for both names. Checking the surroundings in the expression would make the search ten times slower.
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
  // In a YAML string, escapes such as `\n` separate words.
  return offset === 0 || text[offset - 2] === "\\" || !/[\w.*-]/.test(text.charAt(offset - 1));
}

function endsWord(text: string, offset: number): boolean {
  if (/[\w.*:,/-]/.test(text.charAt(offset))) return false;
  // In JSON, one of these characters follows a closing quote, which may be escaped.
  let end = offset;
  while (/["'\\]/.test(text.charAt(end))) end++;
  return end === offset || !/[:,\]}]/.test(text.charAt(end));
}
