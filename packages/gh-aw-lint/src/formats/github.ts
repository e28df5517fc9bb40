import type { LintResult } from "../eslint/index.js";
import type { Terminal } from "../terminal.js";
import { repositoryPath } from "../files/repository-path.js";

type Message = LintResult["messages"][number];

/** Workflow commands, which GitHub shows as annotations of a pull request's files. */
export function githubFormat(results: readonly LintResult[], terminal: Terminal): string {
  return results
    .flatMap(({ filePath, messages }) => {
      const path = repositoryPath(filePath, terminal);
      return messages.map((message) => annotation(path, message));
    })
    .join("");
}

function annotation(path: string, message: Message): string {
  const { line, column, endLine, endColumn, ruleId, severity } = message;
  const properties = {
    file: path,
    line,
    endLine,
    col: column,
    endColumn,
    title: ruleId ?? "gh-aw-lint",
  };
  const listed = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  // The log shows only the message, so it includes the location.
  const text = `${path}:${line}:${column}: ${message.message}`;
  return `::${severity === 2 ? "error" : "warning"} ${listed.join(",")}::${escapeData(text)}\n`;
}

// As `@actions/core` does it.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
