import { compiledStepAt, hasCompilerComment } from "../gh-aw/index.js";
import { lineStart } from "../text/index.js";
import {
  looksLikeWorkflow,
  mayHaveAnchor,
  parseWorkflow,
  type JobFilter,
  type Workflow,
} from "../workflow/index.js";
import { namesAwf, namesCodex, namesEither, offsetsOfNames } from "./named-programs.js";

/**
 * Whether a file may run Codex inside AWF: a cheap check that rejects nearly every file that does not. A file that it
 * rejects has no findings, unless a step reads a part of AWF's command from a file.
 */
export function mayRunCodex(text: string): boolean {
  return namesCodex(text) && namesAwf(text) && mayRunCodexInSteps(text);
}

/** Whether a file has to be parsed, because it may run Codex, or may be a workflow that GitHub cannot read. */
export function needsParsing(text: string): boolean {
  return mayRunCodex(text) || !looksLikeWorkflow(text);
}

const JOBS_WITH_CODEX: JobFilter = { mayMatter: namesAwf, stepsMayMatter: mayRunCodexInJob };

/** In a file that nobody compiled, AWF may run a program of the repository that starts Codex. */
const JOBS_WITH_BOTH: JobFilter = { mayMatter: namesAwf, stepsMayMatter: mayPrepareCodexInJob };

/**
 * Reads a workflow. Never throws: any text gives a model of what can be read. In a file with the usual layout, only
 * jobs that may run Codex inside AWF are parsed, and others on first use.
 */
export function readWorkflow(text: string): Workflow {
  return parseWorkflow(text, hasCompilerComment(text) ? JOBS_WITH_CODEX : JOBS_WITH_BOTH);
}

/** Like `mayRunCodexInJob`, for a job whose steps may only prepare Codex. */
function mayPrepareCodexInJob(...parts: Parameters<JobFilter["stepsMayMatter"]>): boolean {
  const [steps, around] = parts;
  const isPrepared = steps.some(namesAwf) && [...steps, ...around].some((part) => PREPARES_CODEX.test(part));
  return isPrepared || mayRunCodexInJob(...parts);
}

/**
 * Marks of a step that installs or configures Codex, unlike one that only names it in a prompt. The limit keeps the time that
 * a long line takes linear.
 */
const PREPARES_CODEX = /CODEX_HOME|openai\/codex|\.codex\b|\b(?:install|use)\b.{0,200}\bcodex\b/;

/**
 * Like `mayRunCodex`, for a job: whether one of its steps may run Codex inside AWF. `around`: other parts of the file
 * that may set variables for it. `others`: steps of other jobs that may give it outputs.
 */
function mayRunCodexInJob(
  steps: readonly string[],
  around: readonly string[],
  others: readonly string[],
): boolean {
  return mayStartCodex(steps.filter(namesEither), [...around, ...others.filter(passesNameOn)], steps);
}

/**
 * Like `mayRunCodexInJob`, for all steps of a compiled file at once. It reads only those that name Codex or AWF, which takes
 * a tenth of the time that separating all jobs and steps takes.
 */
function mayRunCodexInSteps(text: string): boolean {
  if (!hasCompilerComment(text) || mayHaveAnchor(text)) return true;
  const naming: string[] = [];
  let end = 0;
  for (const offset of offsetsOfNames(text)) {
    if (offset < end) continue;
    const step = compiledStepAt(text, offset);
    if (!step) return true;
    naming.push(text.slice(step.start, step.end));
    end = step.end;
  }
  return mayStartCodex(naming, [], [text]);
}

/**
 * Whether a step may run Codex inside AWF, given the steps that name either of them, and the text of all steps.
 *
 * Such a step names both, or gets a name from elsewhere. The model follows variables of the job and the workflow, values
 * that other steps pass on in GitHub's files, programs and scripts that other steps write, and scripts that Bash reads
 * from its standard input.
 */
function mayStartCodex(
  naming: readonly string[],
  around: readonly string[],
  all: readonly string[],
): boolean {
  const elsewhere = [...around, ...naming.filter(passesNameOn)];
  const starters = elsewhere.some(namesAwf) ? all : naming.filter(namesAwf);
  if (starters.length === 0) return false;
  if (starters.some(namesCodex) || elsewhere.some(namesCodex)) return true;
  const others = naming.filter(namesCodex);
  if (others.length === 0) return false;
  if (others.some((step) => WRITES_PROGRAM.test(step)) || starters.some(mayPassCommand)) return true;
  return starters.some(givesShellInput) || mayRunWritten(starters, naming, all);
}

/** Marks of a step that writes a program, which AWF's command may run by any name. */
const WRITES_PROGRAM = /#!|\bchmod[ \t]+(?:-\w+[ \t]+)*[\w,=+]*[x1357]/;

/** Whether a step may define a function or a program that calls AWF with the command that it gets. */
function mayPassCommand(step: string): boolean {
  return /(?<![\w.])awf["']?[ \t]+[-\\]/.test(step) && /\$\{?[@*1]/.test(step);
}

/** Whether a step that names Codex or AWF passes variables or outputs on to later steps. */
function passesNameOn(step: string): boolean {
  return namesEither(step) && PASSES_ON.test(step);
}

const PASSES_ON = /GITHUB_(?:ENV|OUTPUT|PATH)|github\.(?:env|output|path)/;

/** Whether one of `starters` may run a script that another step has written. `naming`: the steps that name AWF. */
function mayRunWritten(
  starters: readonly string[],
  naming: readonly string[],
  all: readonly string[],
): boolean {
  const own = new Set<string | undefined>();
  for (const step of starters) {
    for (const { index } of step.matchAll(RUNS_FILE)) {
      OWN_SCRIPT.lastIndex = index;
      own.add(OWN_SCRIPT.exec(step)?.[1]);
    }
  }
  return Array.from(own).some((name) => {
    if (name === undefined) return true;
    return (namesAwf(name) ? naming : all).some((step) => namesWithoutRunning(step, name));
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
 * Whether a step may pass a script to a shell's standard input, or words to `xargs`. A `#!/bin/bash` at the start of a
 * file does not count.
 */
function givesShellInput(step: string): boolean {
  if (/\bxargs\b/.test(step)) return true;
  return Array.from(step.matchAll(SHELL_FOR_INPUT)).some(
    ({ index }) => !/^[ \t]*#!/.test(step.slice(lineStart(step, index), index)),
  );
}

/**
 * `... | bash`, `bash < file`: a shell without `-c` and without a file, also after a YAML escape; not `sh.rustup.rs`.
 */
const SHELL_FOR_INPUT = /(?:(?<![\w.])|\\[nt])(?:ba)?sh\b(?![.-]\w|\s+-\w*c|[ \t]+["'$\w/~.])/g;
