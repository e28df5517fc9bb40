import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from "vscode-jsonrpc/node.js";

/** A finding, in the terms of the Language Server Protocol. */
export interface Diagnostic {
  readonly message: string;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly range: Range;
}

/** Lines and characters from 0. */
interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

interface WorkspaceEdit {
  readonly documentChanges: readonly { readonly edits: readonly TextEdit[] }[];
}

interface CodeAction {
  readonly title: string;
  readonly command: { readonly command: string; readonly arguments: readonly unknown[] };
}

/** The language server of the ESLint extension for Visual Studio Code, in a folder. */
export interface LanguageServer {
  /** Opens a text as a file with this name and language, and returns what an editor would underline. */
  open(file: string, language: string, text: string): Promise<OpenDocument>;
  stop(): Promise<void>;
}

/** A text that is open in the server. */
export interface OpenDocument {
  readonly diagnostics: readonly Diagnostic[];
  /** The quick fixes of the first diagnostic. */
  titles(): Promise<readonly string[]>;
  /** The text after one of the quick fixes. */
  apply(title: string): Promise<string>;
}

const bin = createRequire(import.meta.url).resolve(
  "vscode-langservers-extracted/bin/vscode-eslint-language-server",
);

/** Starts the server with `folder` as its workspace. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const child = spawn(process.execPath, [bin, "--stdio"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const workspaceFolder = { uri: pathToFileURL(folder).href, name: "workspace" };
  const edits: WorkspaceEdit[] = [];
  answer(connection, workspaceFolder, edits);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: workspaceFolder.uri,
    workspaceFolders: [workspaceFolder],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
    },
  });
  await connection.sendNotification("initialized", {});
  return {
    open: (file, language, text) =>
      openDocument(connection, edits, `${workspaceFolder.uri}/${file}`, language, text),
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
      child.kill();
    },
  };
}

/** Answers the server's requests as the extension in the editor does. */
function answer(connection: MessageConnection, workspaceFolder: object, edits: WorkspaceEdit[]): void {
  // The extension's defaults, for a file of a language in `eslint.validate`.
  const settings = {
    validate: "on",
    run: "onType",
    useFlatConfig: true,
    experimental: {},
    codeAction: {
      disableRuleComment: { enable: true, location: "separateLine", commentStyle: "line" },
      showDocumentation: { enable: true },
    },
    codeActionOnSave: { mode: "all" },
    problems: { shortenToSingleLine: false },
    rulesCustomizations: [],
    onIgnoredFiles: "off",
    options: {},
    nodePath: null,
    workingDirectory: { mode: "location" },
    workspaceFolder,
  };
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) =>
    items.map(() => settings),
  );
  // 4 is `approved`.
  connection.onRequest("eslint/confirmESLintExecution", () => 4);
  connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    return { applied: true };
  });
  connection.onRequest(() => null);
}

async function openDocument(
  connection: MessageConnection,
  edits: WorkspaceEdit[],
  uri: string,
  languageId: string,
  text: string,
): Promise<OpenDocument> {
  const textDocument = { uri };
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId, version: 1, text },
  });
  const { items: diagnostics } = await connection.sendRequest<{ items: readonly Diagnostic[] }>(
    "textDocument/diagnostic",
    { textDocument },
  );
  const actions = async (): Promise<readonly CodeAction[]> =>
    connection.sendRequest("textDocument/codeAction", {
      textDocument,
      range: diagnostics[0]?.range,
      context: { diagnostics },
    });
  return {
    diagnostics,
    titles: async () => (await actions()).map(({ title }) => title),
    async apply(title) {
      const action = (await actions()).find((candidate) => candidate.title === title);
      if (!action) throw new Error(`There is no quick fix ${JSON.stringify(title)}.`);
      edits.length = 0;
      await connection.sendRequest("workspace/executeCommand", action.command);
      return edits.flatMap(({ documentChanges }) => documentChanges).reduce(applyChange, text);
    },
  };
}

function applyChange(text: string, { edits }: WorkspaceEdit["documentChanges"][number]): string {
  const lines = text.split("\n");
  const offsetOf = ({ line, character }: Range["start"]): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, character);
  return edits
    .map(({ range, newText }) => ({ start: offsetOf(range.start), end: offsetOf(range.end), newText }))
    .sort((left, right) => right.start - left.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
