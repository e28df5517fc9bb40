import {
  createState,
  runScript,
  scopeOf,
  type Alternatives,
  type Program,
} from "../../../packages/core/src/shell/index.js";
import { fileText } from "../../../packages/core/src/text/index.js";

/**
 * What a script leaves in each file; unknown parts appear as `<program>`, and a file that may be missing as
 * `undefined`.
 */
export function filesOfScript(
  script: string,
  environment: Readonly<Record<string, string>> = {},
  programs: Program = () => undefined,
): Record<string, readonly (string | undefined)[]> {
  const state = createState(scopeOf(Object.entries(environment)), new Map());
  runScript(fileText(script), state, programs);
  return Object.fromEntries([...state.files].map(([path, alternatives]) => [path, contents(alternatives)]));
}

/** The files of which something is not known: what a program printed, or a variable's value. */
export function unknownFilesOfScript(
  script: string,
  environment: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const state = createState(scopeOf(Object.entries(environment)), new Map());
  runScript(fileText(script), state, () => undefined);
  const isUnknown = (alternatives: Alternatives): boolean =>
    alternatives.some((content) =>
      content?.some((part) => part.kind === "unknown" || part.expanded.guesses.length > 0),
    );
  return new Set(
    [...state.files].filter(([, alternatives]) => isUnknown(alternatives)).map(([path]) => path),
  );
}

function contents(alternatives: Alternatives): readonly (string | undefined)[] {
  return alternatives.map((content) =>
    content?.map((part) => (part.kind === "known" ? part.expanded.text.text : `<${part.program}>`)).join(""),
  );
}
