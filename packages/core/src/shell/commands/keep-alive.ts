import type { PipelineNode, Redirection, Statement, Word } from "unbash";
import { isAlias } from "../built-ins/alias.js";
import type { Context } from "../context.js";

/*
 * `while true; do echo "Still running"; sleep 60; done &` keeps a log busy. It changes nothing and never ends, so it need not be
 * followed, and what comes after it stays known.
 */

/** Whether a background job only prints and sleeps forever. */
export function isKeepAlive(statement: Statement, context: Context): boolean {
  const { descriptors, traps } = context.state;
  // What it prints could go to a file, or a substitution could wait for it.
  const printsToLog = descriptors.keys().every((key) => {
    const kind = descriptors.get(key)?.kind;
    return kind === undefined || kind === "nothing" || kind === "terminal";
  });
  return printsToLog && traps.get("DEBUG") === undefined && isEndlessStatement(statement, context);
}

function isEndlessStatement({ command }: Statement, context: Context): boolean {
  return command.type !== "AndOr" && isEndless(command, context);
}

function isEndless(node: PipelineNode, context: Context): boolean {
  switch (node.type) {
    case "Redirected":
      return leadNowhere(node.redirects, context) && isEndless(node.command, context);
    case "Subshell":
    case "BraceGroup": {
      const [only, ...others] = node.body.commands;
      return (
        only !== undefined &&
        others.length === 0 &&
        only.background !== true &&
        isEndlessStatement(only, context)
      );
    }
    case "While": {
      const [condition, ...others] = node.clause.commands;
      const names = node.kind === "while" ? ["true", ":", "sleep"] : ["false"];
      return (
        condition !== undefined &&
        others.length === 0 &&
        changesNothing(condition, names, context) &&
        node.body.commands.every((statement) =>
          changesNothing(statement, ["true", ":", "sleep", "echo", "date"], context),
        )
      );
    }
    default:
      return false;
  }
}

/** Whether a statement is a call of one of these programs that only prints or sleeps, and cannot fail by accident. */
function changesNothing(
  { command, background }: Statement,
  names: readonly string[],
  context: Context,
): boolean {
  if (command.type !== "Command" || background === true || command.prefix.length > 0) return false;
  const name = command.name?.text ?? "";
  if (!names.includes(name) || context.state.functions.get(name) || isAlias(context.state, name))
    return false;
  const words = command.args.filter((word) => word.type === "Word");
  if (words.length < command.args.length || !leadNowhere(command.redirects, context)) return false;
  switch (name) {
    case "sleep":
      return words.length === 1 && words.every(({ text }) => /^\d+(?:\.\d+)?[smhd]?$/.test(text));
    case "date":
      return words.every(({ text }) => /^["']?\+[^$`]*$/.test(text));
    default:
      return words.every(isPlain);
  }
}

/** Whether a word expands nothing but the time. */
function isPlain({ text }: Word): boolean {
  return !/[$`()]/.test(text.replace(/\$\(date\b[^()`$]*\)|\$SECONDS\b|\$\{SECONDS\}/g, ""));
}

/** Whether redirections lead to nowhere or to another descriptor. */
function leadNowhere(redirections: readonly Redirection[], { script }: Context): boolean {
  return redirections.every(({ pos, end }) =>
    /^(?:\d?>>?|&>>?)[ \t]*\/dev\/null$|^\d?>&\d$/.test(script.text.slice(pos, end)),
  );
}
