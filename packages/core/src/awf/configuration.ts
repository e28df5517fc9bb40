import {
  type CommandCall,
  type Content,
  displayOf,
  fileSource,
  pathOf,
  type Shell,
  textValue,
  type Unknown,
} from "../shell/index.js";
import { parseYaml, plainValue } from "../yaml/index.js";
import type { AwfStart } from "./awf-call.js";

/** The parts of AWF's own configuration (`--config`) that matter for Codex. */
export interface AwfConfiguration {
  /** `apiProxy.enabled`. */
  readonly enablesApiProxy: boolean;
  /** `environment.envAll`, like `--env-all`. */
  readonly passesEnvironment: boolean;
  /** `environment.excludeEnv`, like `--exclude-env`. */
  readonly excluded: readonly string[];
  /** `environment.envFile`, like `--env-file`. */
  readonly environmentFile: string | undefined;
  /** `container.containerWorkDir`, like `--container-workdir`. */
  readonly folder: string | undefined;
  /** Why a part of it is not known; `undefined` if all of it is. */
  readonly unknown: Unknown | undefined;
}

const NOTHING: AwfConfiguration = {
  enablesApiProxy: false,
  passesEnvironment: false,
  excluded: [],
  environmentFile: undefined,
  folder: undefined,
  unknown: undefined,
};

/** Reads the file that `--config` names, as it is when AWF starts, or AWF's standard input for `-`. */
export function readConfiguration(
  { configText, configPath = "" }: AwfStart,
  call: CommandCall,
  shell: Shell,
): AwfConfiguration {
  if (!configText) return NOTHING;
  const { state, origin } = call;
  if (configPath === "-" || configPath === "/dev/stdin") {
    const input = shell.readInput(call);
    const unknown = { id: "input of AWF", label: configPath, what: "the input of AWF", origin };
    return input ? configurationIn(input) : { ...NOTHING, unknown };
  }
  const { node } = state.files.find(pathOf(state, configText));
  if (node.kind === "file") return configurationIn(node.content);
  if (node.kind === "unknown") return { ...NOTHING, unknown: configText.guesses[0]?.unknown ?? node.unknown };
  const path = displayOf(configText);
  const unknown = { id: `file ${path}`, label: configPath, what: fileSource(path), origin };
  return { ...NOTHING, unknown };
}

function configurationIn(content: Content): AwfConfiguration {
  const text = content.map((part) => (part.kind === "known" ? part.expanded.text.text : "")).join("");
  const rest = content.find((part) => part.kind === "unknown");
  const unknown = rest && { id: rest.what, label: rest.what, what: rest.what, origin: rest.origin };
  return { ...parseConfiguration(text), unknown: rest?.unknown ?? unknown };
}

/** Merges the configuration into a call; options of the command line take precedence. */
export function withConfiguration(awf: AwfStart, configuration: AwfConfiguration): AwfStart {
  const nowhere = { start: 0, end: 0 };
  const { passesEnvironment, excluded, environmentFile, folder } = configuration;
  return {
    ...awf,
    passesEnvironment: awf.passesEnvironment || passesEnvironment,
    excluded: awf.excluded.size > 0 ? awf.excluded : new Set(excluded),
    environmentFile:
      awf.environmentFile ??
      (environmentFile === undefined ? undefined : textValue(environmentFile, nowhere)),
    folder: awf.folder ?? (folder === undefined ? undefined : textValue(folder, nowhere)),
  };
}

function parseConfiguration(text: string): AwfConfiguration {
  // Expansions of GitHub or the shell may take the place of JSON numbers.
  const value = parse(text.replace(/\$\{[^{}]*\}/g, "0"));
  const excluded = valueAt(value, "environment", "excludeEnv");
  return {
    enablesApiProxy: valueAt(value, "apiProxy", "enabled") === true,
    passesEnvironment: valueAt(value, "environment", "envAll") === true,
    excluded: Array.isArray(excluded) ? excluded.map(String) : [],
    environmentFile: textAt(value, "environment", "envFile"),
    folder: textAt(value, "container", "containerWorkDir"),
    unknown: undefined,
  };
}

/** Parses JSON or YAML, as AWF does; `undefined` for a text that is neither, which then has no effect. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { root, problems } = parseYaml(text);
    return root && problems.length === 0 ? plainValue(root) : undefined;
  }
}

function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path)
    found =
      typeof found === "object" && found !== null
        ? Object.entries(found).find(([name]) => name === key)?.[1]
        : undefined;
  return found;
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === "string" ? found : undefined;
}
