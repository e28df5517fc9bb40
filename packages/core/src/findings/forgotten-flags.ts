import { keysInsteadOfForgotten } from "../codex/command/index.js";
import { checkOptions, type DiagnoseOptions, textAt } from "../faults/index.js";
import { moveBehindExec } from "../fix/index.js";
import { type MessageId, remedyOf } from "../messages/index.js";
import { type CodexRun, containerVariables, type FlagBeforeExec } from "../runs/index.js";
import { displayOf, textValue, withUnknownExpressions } from "../shell/index.js";
import { spanInFile } from "../text/index.js";
import { locateKey } from "../toml/index.js";
import { type JudgedRun, judgeWorkflow } from "../verdict/index.js";
import type { Workflow } from "../workflow/index.js";
import { runData } from "./fault-data.js";
import { createNotice, ifNoRunIsWorse, type Notice } from "./finding.js";
import { reportAt } from "./report-location.js";

/** The message ids of the rule `codex-flag-before-exec`. */
export type ForgottenFlagKind = MessageId<"codex-flag-before-exec">;

/**
 * The `-c` flags before `exec` that Codex forgets because of a `-c` after `exec`.
 *
 * @throws {RangeError} for an invalid option
 */
export function forgottenFlags(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<ForgottenFlagKind>[] {
  checkOptions(options);
  return judgeWorkflow(workflow, options).flatMap(({ run, verdict }) => {
    const instead = keysInsteadOfForgotten(run.args, run.codexVersion);
    if (!instead || verdict.kind === "noCodex") return [];
    return run.flagsBeforeExec
      .filter(({ key }) => !instead.has(key))
      .flatMap((flag) => {
        // A variable that may be empty is empty on one way, but not on another.
        const way = [run, ...run.ways].find((one) => mayBePresent(flag, one));
        return way ? describe(workflow, way, verdict, flag, options) : [];
      });
  });
}

/**
 * Whether a flag may be present: its variable is not known to be empty. A variable that the step does not set is unset.
 */
function mayBePresent({ variable }: FlagBeforeExec, run: CodexRun): boolean {
  return variable === undefined || (containerVariables(run).get(variable) ?? "") !== "";
}

function describe(
  workflow: Workflow,
  run: CodexRun,
  verdict: JudgedRun["verdict"],
  flag: FlagBeforeExec,
  options: DiagnoseOptions,
): readonly Notice<ForgottenFlagKind>[] {
  const { key, location } = flag;
  const isModel = key === "model";
  const asked = isModel ? modelOfFlag(flag, run) : undefined;
  const used = modelOfFile(verdict);
  // Codex uses that model anyway.
  if (asked !== undefined && asked === used) return [];
  const kind = isModel ? "forgottenModel" : "forgottenFlag";
  const data = {
    ...runData(run),
    key,
    ...(isModel && {
      model: asked === undefined ? namedModel(flag) : `\`${asked}\``,
      used: namedUsed(used),
    }),
    remedy: remedyOf("codex-flag-before-exec", kind),
  };
  return [
    createNotice("codex-flag-before-exec", {
      kind,
      ...reportAt(
        workflow,
        location ? spanInFile(location.script, location.start, location.end) : run.span,
        data,
      ),
      fix: location && ifNoRunIsWorse(workflow, moveBehindExec(location), options),
      suggestions: [],
    }),
  ];
}

function namedUsed(model: string | undefined): string {
  if (model === undefined) return "its default model";
  return model === "" ? "the model of its config.toml" : `\`${model}\``;
}

/** The name in `$X`, `${X}`, `"$X"` and `"${X}"`; `undefined` for any other text. */
function variableIn(value: string): string | undefined {
  const [, plain, braced] = /^"?\$(?:(\w+)|\{(\w+)\})"?$/.exec(value) ?? [];
  return plain ?? braced;
}

/** The model that a flag sets; `undefined` if only the run knows it. */
function modelOfFlag({ value }: FlagBeforeExec, run: CodexRun): string | undefined {
  const variable = variableIn(value);
  const text =
    variable === undefined ? value.replace(/^(["'])(.*)\1$/, "$2") : containerVariables(run).get(variable);
  return text === undefined || text.includes("$") ? undefined : text;
}

function namedModel({ value }: FlagBeforeExec): string {
  // In a script, stand-ins that Bash can parse replace unknown expressions.
  const spelled = displayOf(withUnknownExpressions(textValue(value, { start: 0, end: 0 })));
  return `that of \`${variableIn(value) ?? spelled}\``;
}

/** The model of config.toml: "" if only the run knows it, `undefined` if the file names none. */
function modelOfFile(verdict: JudgedRun["verdict"]): string | undefined {
  const config =
    verdict.kind === "judged" || verdict.kind === "noProxy" ? verdict.judgement.config : undefined;
  const text = config?.text.text ?? "";
  const model = textAt(text, ["model"]);
  const location = model === undefined ? undefined : locateKey(text, ["model"]);
  if (!config || !location) return undefined;
  const line = text.slice(location.start).search(/\n|$/) + location.start;
  return config.guesses.some(({ start }) => start >= location.start && start <= line) ? "" : model;
}
