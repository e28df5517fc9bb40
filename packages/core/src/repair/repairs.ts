import type { AssembledConfig, Fault } from "../codex/judge/index.js";
import type { CodexRun } from "../codex/run/index.js";
import type { TextEdit } from "../text/index.js";
import { baseUrlFlag, providerFlags, selectionFlag } from "./command-line.js";
import { insertIntoDefaults, selectInDefaults } from "./compiled-config.js";
import { insertProvider, moveSelection, selectProvider, setProviderKey } from "./config-file.js";
import type { Provider } from "./provider-block.js";

/** One way to make a run reach the proxy, if the mended file bears it out. */
export interface Repair {
  /** What it does, for a person who chooses it. */
  readonly title: string;
  /** Whether there is nothing to choose: it is what the author of the file meant. */
  readonly certain: boolean;
  /** Edits of the lock file; `undefined` where its text cannot be edited so. */
  readonly edits: () => readonly TextEdit[] | undefined;
}

/**
 * The repairs of a fault, the best first: in the text of config.toml, where it stands in the lock file and
 * survives; in the JSON that config.toml is made of; on Codex's command line, which nothing overwrites.
 */
export function repairsOf(
  fault: Fault,
  run: CodexRun,
  config: AssembledConfig | undefined,
  provider: Provider,
): readonly Repair[] {
  switch (fault.kind) {
    case "noProvider":
      return define(run, config, provider);
    case "misplacedSelection": {
      const move = (): readonly TextEdit[] | undefined => config && moveSelection(config.text, fault.key);
      const title = "Move `model_provider` above the first table.";
      return [{ title, certain: true, edits: move }, ...select(run, config, fault.provider, true)];
    }
    case "notSelected":
      return [fault.provider, ...fault.others].flatMap((id) =>
        select(run, config, id, fault.others.length === 0),
      );
    case "baseUrlMissing":
    case "baseUrlDirect":
      return fault.provider === "openai"
        ? define(run, config, provider)
        : address(run, config, fault.provider, provider.baseUrl);
  }
}

function define(run: CodexRun, config: AssembledConfig | undefined, provider: Provider): readonly Repair[] {
  const repair = (place: string, edits: Repair["edits"]): Repair => ({
    ...{ title: `Define and select model provider \`${provider.id}\` ${place}.`, certain: true, edits },
  });
  return [
    repair("in config.toml", () => config && insertProvider(config.text, provider)),
    repair(
      "in `GH_AW_CODEX_CONFIG_JSON`",
      () => config?.madeFrom && insertIntoDefaults(config.madeFrom, provider),
    ),
    repair("on the command line", () => providerFlags(run, provider)),
  ];
}

function select(
  run: CodexRun,
  config: AssembledConfig | undefined,
  providerId: string,
  certain: boolean,
): readonly Repair[] {
  const repair = (place: string, edits: Repair["edits"]): Repair => ({
    ...{ title: `Select model provider \`${providerId}\` ${place}.`, certain, edits },
  });
  return [
    repair("in config.toml", () => config && selectProvider(config.text, providerId)),
    repair(
      "in `GH_AW_CODEX_CONFIG_JSON`",
      () => config?.madeFrom && selectInDefaults(config.madeFrom, providerId),
    ),
    repair("on the command line", () => selectionFlag(run, providerId)),
  ];
}

function address(
  run: CodexRun,
  config: AssembledConfig | undefined,
  providerId: string,
  baseUrl: string,
): readonly Repair[] {
  const title = `Set \`base_url\` of model provider \`${providerId}\` to \`${baseUrl}\`.`;
  const value = JSON.stringify(baseUrl);
  return [
    {
      title,
      certain: true,
      edits: () => config && setProviderKey(config.text, providerId, "base_url", value),
    },
    { title, certain: true, edits: () => baseUrlFlag(run, providerId, baseUrl) },
  ];
}
