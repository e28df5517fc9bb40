import { distance } from "fastest-levenshtein";
import { codexRelease } from "../codex/releases/index.js";
import { findAllKeys, type LocatedKey } from "../toml/index.js";
import { fitsAtRoot, knownKeys } from "../codex/configuration/index.js";
import type { Judgement } from "./judgement.js";

/** A key that Codex ignores in its place, but would read at the root or in another spelling. */
export type UnreadKey =
  | {
      readonly kind: "misplacedKey";
      readonly key: LocatedKey;
      readonly name: string;
      /** Whether the root already has this key. */
      readonly isAtRoot: boolean;
    }
  | {
      readonly kind: "misspelledKey";
      readonly key: LocatedKey;
      readonly name: string;
      readonly spelling: string;
    };

/** Finds the unread keys of a configuration, except a misplaced `model_provider` that is a fault of its own. */
export function findUnreadKeys(
  text: string,
  judgement: Judgement,
  codexVersion: string | undefined,
): readonly UnreadKey[] {
  const release = codexRelease(codexVersion);
  const keys = findAllKeys(text);
  const isPresent = (path: readonly string[]): boolean => keys.some((key) => samePath(key.path, path));
  return keys.flatMap((key): readonly UnreadKey[] => {
    const name = key.path.at(-1);
    const table = key.path.slice(0, -1);
    const known = knownKeys(table, release);
    if (name === undefined || !known || known.includes(name)) return [];
    if (fitsAtRoot(text, table, name, release)) {
      const isOwnFault = name === "model_provider" && judgement.outcome === "direct";
      return isOwnFault ? [] : [{ kind: "misplacedKey", key, name, isAtRoot: isPresent([name]) }];
    }
    const spelling = isProvider(table) ? spellingOf(name, known) : undefined;
    if (spelling === undefined || isMissed(spelling, table, judgement)) return [];
    return isPresent([...table, spelling]) ? [] : [{ kind: "misspelledKey", key, name, spelling }];
  });
}

function isProvider(table: readonly string[]): boolean {
  return table.length === 2 && table[0] === "model_providers";
}

/** The known key with a similar spelling; short keys must be more similar. No two known keys are that similar. */
function spellingOf(name: string, known: readonly string[]): string | undefined {
  const allowed = name.length < 6 ? 1 : 2;
  return known.find((other) => distance(name.toLowerCase(), other) <= allowed);
}

/** Whether the run fails because that key is missing, which is reported instead. */
function isMissed(key: string, [, provider]: readonly string[], { reason }: Judgement): boolean {
  switch (reason.kind) {
    case "missingBaseUrl":
      return key === "base_url" && reason.provider === provider;
    case "missingName":
      return key === "name" && reason.provider === provider;
    default:
      return false;
  }
}

function samePath(left: readonly string[], right: readonly string[]): boolean {
  return left.join("\0") === right.join("\0");
}
