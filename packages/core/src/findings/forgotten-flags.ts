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

export type ForgottenFlagKind = MessageId<"codex-flag-before-exec">;

/**
 * The `-c` flags before `exec` that Codex forgets, since another one follows it.
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
        // A variable of which it is not known whether it is empty is so on one way, and is not on another.
        const way = [run, ...run.ways].find((one) => mayBeThere(flag, one));
        return way ? describe(workflow, way, verdict, flag, options) : [];
      });
  });
}

/** Not if its variable is known to be empty: one that the step does not name is unset. */
function mayBeThere({ variable }: FlagBeforeExec, run: CodexRun): boolean {
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
  const asked = isModel ? askedFor(flag, run) : undefined;
  const used = modelOfFile(verdict);
  // Codex asks for that model all the same.
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

/** The name in `$X`, `${X}`, `"$X"` and `"${X}"`. */
function variableIn(value: string): string | undefined {
  const [, plain, braced] = /^"?\$(?:(\w+)|\{(\w+)\})"?$/.exec(value) ?? [];
  return plain ?? braced;
}

/** The model that a flag asks for; `undefined` where only the run knows it. */
function askedFor({ value }: FlagBeforeExec, run: CodexRun): string | undefined {
  const variable = variableIn(value);
  const text =
    variable === undefined ? value.replace(/^(["'])(.*)\1$/, "$2") : containerVariables(run).get(variable);
  return text === undefined || text.includes("$") ? undefined : text;
}

function namedModel({ value }: FlagBeforeExec): string {
  // An expression stands in the script as something that Bash can parse.
  const spelled = displayOf(withUnknownExpressions(textValue(value, { start: 0, end: 0 })));
  return `that of \`${variableIn(value) ?? spelled}\``;
}

/** The model of config.toml: "" where only the run knows it, `undefined` where the file names none. */
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
