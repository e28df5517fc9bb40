import type { Command, PipelineNode, Redirection, Statement, Word } from "unbash";
import { isAlias } from "../built-ins/alias.js";
import type { Context } from "../context.js";

/*
 * `while true; do echo "Still running"; sleep 60; done &` keeps a log busy. It changes nothing and never ends, so that it need
 * not be followed, and what comes after it stays known.
 */

/** Whether a background job only prints and sleeps for ever. */
export function isKeepAlive({ command }: Statement, context: Context): boolean {
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
        only !== undefined && others.length === 0 && only.background !== true && isKeepAlive(only, context)
      );
    }
    case "While": {
      const [condition, ...others] = node.clause.commands;
      const constants = node.kind === "while" ? ["true", ":"] : ["false"];
      return (
        others.length === 0 &&
        constants.includes(nameOf(condition) ?? "") &&
        [...node.clause.commands, ...node.body.commands].every((statement) =>
          changesNothing(statement, context),
        )
      );
    }
    default:
      return false;
  }
}

function commandOf(statement: Statement | undefined): Command | undefined {
  return statement?.command.type === "Command" && statement.background !== true
    ? statement.command
    : undefined;
}

function nameOf(statement: Statement | undefined): string | undefined {
  return commandOf(statement)?.name?.text;
}

/** Whether a command only prints or sleeps, and cannot fail. */
function changesNothing(statement: Statement, context: Context): boolean {
  const command = commandOf(statement);
  const name = command?.name?.text;
  if (!command || name === undefined || command.prefix.length > 0 || !leadNowhere(command.redirects, context))
    return false;
  if (context.state.functions.get(name) || isAlias(context.state, name)) return false;
  const words = command.args.filter((word) => word.type === "Word");
  if (words.length < command.args.length) return false;
  if (name === "sleep")
    return words.length === 1 && words.every(({ text }) => /^\d+(?:\.\d+)?[smhd]?$/.test(text));
  if (name === "date") return words.every(({ text }) => /^["']?\+[^$`]*$/.test(text));
  return ["true", ":", "false", "echo"].includes(name) && words.every(isPlain);
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
