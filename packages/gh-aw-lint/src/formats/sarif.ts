import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { ruleName, rulePage } from "../explain/index.js";
import type { LintResult } from "../eslint/index.js";
import type { Terminal } from "../terminal.js";
import { ownVersion } from "../version.js";
import { repositoryPath } from "../files/repository-path.js";

type Message = LintResult["messages"][number];

const informationUri = "https://github.com/gh-aw-lint/gh-aw-lint";

/** SARIF 2.1.0, for GitHub's code scanning. */
export async function sarifFormat(results: readonly LintResult[], terminal: Terminal): Promise<string> {
  const { default: ghAw } = await import("eslint-plugin-gh-aw");
  const messages = results.flatMap((result) => result.messages);
  const rules = Object.entries(ghAw.rules)
    .filter(([name]) => messages.some(({ ruleId }) => ruleId !== null && ruleName(ruleId) === name))
    .map(([name, { meta }]) => descriptorOf(name, meta?.docs ?? {}));
  const log: Log = {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "gh-aw-lint", version: ownVersion(), informationUri, rules } },
        columnKind: "utf16CodeUnits",
        results: results.flatMap((result) => {
          const uri = uriOf(repositoryPath(result.filePath, terminal));
          return result.messages.map((message) => resultOf(uri, message));
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** GitHub shows the page with the finding. */
function descriptorOf(
  name: string,
  docs: { description?: string | undefined; url?: string | undefined },
): ReportingDescriptor {
  const { description = name, url = informationUri } = docs;
  return {
    id: `gh-aw/${name}`,
    shortDescription: { text: description },
    helpUri: url,
    help: { text: `${description}: ${url}`, markdown: rulePage(name) },
  };
}

function resultOf(uri: string, message: Message): Result {
  const { severity, message: text } = message;
  return {
    ruleId: message.ruleId ?? (message.fatal === true ? "parsing-error" : "eslint"),
    level: severity === 2 ? "error" : "warning",
    message: { text },
    locations: [locationOf(uri, message)],
    ...("data" in message ? { properties: { data: message.data } } : {}),
  };
}

function locationOf(uri: string, { line, column, endLine, endColumn }: Message): Location {
  // A finding about the whole file has no line.
  const region =
    line > 0
      ? {
          startLine: line,
          startColumn: Math.max(column, 1),
          ...(endLine === undefined ? {} : { endLine }),
          ...(endColumn === undefined ? {} : { endColumn }),
        }
      : undefined;
  return { physicalLocation: { artifactLocation: { uri }, ...(region ? { region } : {}) } };
}

function uriOf(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : path.split("/").map(encodeURIComponent).join("/");
}
