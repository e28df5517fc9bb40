import { displayOf, pathOf, textValue, type CommandCall, type Unknown } from "../shell/index.js";
import { coreValue, parseYaml, type CoreValue, type YamlNode } from "../yaml/index.js";
import type { AwfStart } from "./awf-call.js";

/** AWF's own configuration, which `--config` names, as far as it counts for Codex. */
export interface AwfConfiguration {
  /** `apiProxy.enabled` */
  readonly enablesApiProxy: boolean;
  /** `environment.envAll`, like `--env-all`. */
  readonly passesEnvironment: boolean;
  /** `environment.excludeEnv`, like `--exclude-env`. */
  readonly excluded: readonly string[];
  /** `environment.envFile`, like `--env-file`. */
  readonly environmentFile: string | undefined;
  /** `container.containerWorkDir`, like `--container-workdir`. */
  readonly folder: string | undefined;
  /** Why not all of it is known. */
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

/** Reads the file that `--config` names as it is when AWF starts. */
export function readConfiguration(
  { configText, configPath = "" }: AwfStart,
  { state, origin }: CommandCall,
): AwfConfiguration {
  if (!configText) return NOTHING;
  const { node } = state.files.find(pathOf(state, configText));
  if (node.kind === "file") {
    const text = node.content.map((part) => (part.kind === "known" ? part.expanded.text.text : "")).join("");
    const rest = node.content.find((part) => part.kind === "unknown");
    const unknown = rest && {
      id: rest.program,
      label: rest.program,
      what: rest.program,
      origin: rest.origin,
    };
    return { ...parseConfiguration(text), unknown: rest?.unknown ?? unknown };
  }
  if (node.kind === "unknown") return { ...NOTHING, unknown: configText.guesses[0]?.unknown ?? node.unknown };
  const path = displayOf(configText);
  const unknown = { id: `file ${path}`, label: configPath, what: `the file \`${path}\``, origin };
  return { ...NOTHING, unknown };
}

/** A start with what its configuration says: an option of the command line comes before it. */
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

/** AWF reads JSON and YAML. Expansions of GitHub or the shell may stand where JSON has numbers. */
function parseConfiguration(text: string): AwfConfiguration {
  const { root, problems } = parseYaml(text.replace(/\$\{[^{}]*\}/g, "0"));
  // Put together in a way that is not modelled: it says nothing.
  if (!root || problems.length > 0) return NOTHING;
  const excluded = nodeAt(root, "environment", "excludeEnv");
  return {
    enablesApiProxy: valueAt(root, "apiProxy", "enabled") === true,
    passesEnvironment: valueAt(root, "environment", "envAll") === true,
    excluded: excluded?.kind === "sequence" ? excluded.items().flatMap(textOf) : [],
    environmentFile: textAt(root, "environment", "envFile"),
    folder: textAt(root, "container", "containerWorkDir"),
    unknown: undefined,
  };
}

function nodeAt(root: YamlNode, ...path: readonly string[]): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const key of path)
    node = node?.kind === "mapping" ? node.entries().find((entry) => entry.key === key)?.value : undefined;
  return node;
}

function valueAt(root: YamlNode, ...path: readonly string[]): CoreValue | undefined {
  const node = nodeAt(root, ...path);
  return node?.kind === "scalar" ? coreValue(node) : undefined;
}

function textAt(root: YamlNode, ...path: readonly string[]): string | undefined {
  const value = valueAt(root, ...path);
  return typeof value === "string" ? value : undefined;
}

function textOf(node: YamlNode): readonly string[] {
  return node.kind === "scalar" ? [node.value] : [];
}
