import { count } from "../count.js";
import type { LintMessage, LintResult } from "../eslint/index.js";
import { repositoryPath } from "../files/repository-path.js";
import type { Terminal } from "../terminal.js";

/** A pull request comment can have 65,536 characters. */
const maxRows = 100;

/** A table for `$GITHUB_STEP_SUMMARY` and for comments. */
export async function markdownFormat(results: readonly LintResult[], terminal: Terminal): Promise<string> {
  const { default: ghAw } = await import("eslint-plugin-gh-aw");
  const pages = new Map(
    Object.entries(ghAw.rules).map(([name, { meta }]) => [`gh-aw/${name}`, meta?.docs?.url]),
  );
  const rows = results.flatMap(({ filePath, messages }) => {
    const path = repositoryPath(filePath, terminal);
    return messages.map((message) => row(path, message, pages, terminal.env));
  });
  const found = results.filter(({ messages }) => messages.length > 0).length;
  const heading = `### gh-aw-lint: ${count(rows.length, "finding")} in ${found} of ${count(results.length, "file")}`;
  if (rows.length === 0) return `${heading}\n`;
  const more = rows.length - maxRows;
  return [
    heading,
    "",
    "| | Place | Rule | Finding |",
    "| - | - | - | - |",
    ...rows.slice(0, maxRows),
    ...(more > 0 ? ["", `And ${count(more, "more finding")}.`] : []),
    "",
  ].join("\n");
}

function row(
  path: string,
  { line, column, severity, ruleId, message }: LintMessage,
  pages: ReadonlyMap<string, string | undefined>,
  env: Terminal["env"],
): string {
  const place = `\`${path}:${line}:${column}\``;
  const address = addressOf(path, line, env);
  const page = ruleId === null ? undefined : pages.get(ruleId);
  const cells = [
    severity === 2 ? "❌" : "⚠️",
    address === undefined ? place : `[${place}](${address})`,
    page === undefined ? (ruleId ?? "") : `[${ruleId ?? ""}](${page})`,
    escapeHtml(message),
  ];
  return `| ${cells.map(escapeCell).join(" | ")} |`;
}

/** A link to the line on GitHub, if the repository and commit are known. */
function addressOf(path: string, line: number, env: Terminal["env"]): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  if (!server || !repository || !commit || path.startsWith("/")) return undefined;
  return `${server}/${repository}/blob/${commit}/${encodeURI(path)}#L${line}`;
}

/** Escapes text outside of code, which is every other part between backticks. */
function escapeHtml(text: string): string {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 0 ? part.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : part))
    .join("`");
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\r?\n/g, "<br>");
}
