import type { CodexRun } from "../runs/index.js";
import type { TextEdit } from "../text/index.js";
import { providerTable, selectionLine, type Provider } from "./provider-block.js";
import type { Fix, FixContext } from "./fix.js";

/** In `/tmp`, which AWF's container shares with the runner. */
const OWN_HOME = "/tmp/gh-aw/codex-home";

/** A command of a script. */
interface Command {
  readonly lines: string;
  /** The same command for a script of one line, which cannot hold a here-document. */
  readonly line: string;
}

/**
 * Fixes that give a config.toml to a run without one, for `threat-detect`, whose command line takes no `-c`: the
 * folder that another step of the job prepares but does not pass on (gh-aw-threat-detection #341), or else a file that
 * the run's own step writes.
 */
export function codexHomeFixes({ run, config, provider }: FixContext): readonly Fix[] {
  // The container gets the step's variables only with `--env-all`.
  if (config || !run.awf.passesEnvironment || run.awf.excluded.has("CODEX_HOME")) return [];
  return [
    ...preparedHomes(run).map((home) => [exportHome(home)]),
    writeConfig("$CODEX_HOME", provider),
    [...writeConfig(OWN_HOME, provider), exportHome(OWN_HOME)],
  ].map((commands) => ({ suggestionTitle: undefined, edits: () => startScriptWith(commands, run) }));
}

/** Fixes that create the folder that `CODEX_HOME` names, empty or with a config.toml in it. */
export function missingHomeFixes({ run, provider }: FixContext): readonly Fix[] {
  if (!run.awf.passesEnvironment || run.awf.excluded.has("CODEX_HOME")) return [];
  const makeFolder = 'mkdir -p "$CODEX_HOME"';
  return [[{ lines: makeFolder, line: makeFolder }], writeConfig("$CODEX_HOME", provider)].map(
    (commands) => ({ suggestionTitle: undefined, edits: () => startScriptWith(commands, run) }),
  );
}

/** The `CODEX_HOME` folders of the job's other steps that a script can name. */
function preparedHomes({ job, step }: CodexRun): readonly string[] {
  const others = job.steps.filter((other) => other !== step);
  const homes = others.map(({ env }) => env.get("CODEX_HOME")?.value ?? "");
  // An expression in a script is replaced before the shell reads it, so that its value could be code.
  const named = homes.map((home) => home.replace(/\$\{\{\s*runner\.temp\s*\}\}/g, "${RUNNER_TEMP}"));
  return [...new Set(named)].filter((home) => /^(?:\$\{RUNNER_TEMP\})?[\w ./-]+$/.test(home));
}

function exportHome(home: string): Command {
  const command = `export CODEX_HOME=${/[ $]/.test(home) ? `"${home}"` : home}`;
  return { lines: command, line: command };
}

function writeConfig(home: string, provider: Provider): readonly Command[] {
  const quoted = (path: string): string => (path.includes("$") ? `"${path}"` : path);
  const path = quoted(`${home}/config.toml`);
  const makeFolder = `mkdir -p ${quoted(home)}`;
  const toml = `${selectionLine(provider.id)}${providerTable(provider)}`;
  const words = toml.trimEnd().split("\n").map(singleQuoted);
  return [
    { lines: makeFolder, line: makeFolder },
    { lines: `cat > ${path} << 'EOF'\n${toml}EOF`, line: `printf '%s\\n' ${words.join(" ")} > ${path}` },
  ];
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function startScriptWith(commands: readonly Command[], { step }: CodexRun): readonly TextEdit[] | undefined {
  const script = step.run?.script;
  const edit =
    script?.edit(0, 0, commands.map(({ lines }) => `${lines}\n`).join("")) ??
    script?.edit(0, 0, commands.map(({ line }) => `${line}; `).join(""));
  return edit && [edit];
}
