import type { FindingKinds, UnreadKey } from "../faults/index.js";
import type { CompilerFaultKind } from "../gh-aw/index.js";

/** The ids of each rule's messages. The compiler requires a sentence in `sentences` for each. */
export interface MessageIds {
  readonly "codex-config-refused": FindingKinds["refused"];
  readonly "codex-env-key": FindingKinds["missingKey"];
  /** `forgottenModel`: the flag sets the model. */
  readonly "codex-flag-before-exec": "forgottenModel" | "forgottenFlag";
  readonly "codex-misplaced-key": UnreadKey["kind"];
  readonly "codex-proxy-address": FindingKinds["wrongAddress"];
  readonly "codex-proxy-websocket": FindingKinds["websocket"];
  /** `importedEngine`: the source imports its `engine` from another file, which has to be changed. */
  readonly "codex-source": "compiledBypass" | "importedEngine";
  /** By what is not known. `undeterminedProgram`: whether a program of the repository starts Codex. */
  readonly "codex-undetermined": FindingKinds["undetermined"] | "undeterminedProgram";
  /** The version is the name of a model. */
  readonly "codex-unknown-version": "modelName";
  /** `floatingVersion`: a tag such as `latest`, or a range. */
  readonly "codex-unpinned": "noVersion" | "floatingVersion";
  readonly "codex-websocket-401": FindingKinds["direct"];
  readonly "stale-compiler": Extract<
    CompilerFaultKind,
    "missingProvider" | "misplacedProvider" | "vendorPort"
  >;
  /** By what changed since the lock file was compiled. */
  readonly "stale-lock": "staleFrontMatter" | "staleBody";
}

/** The rules whose findings core computes: all of the plugin's, except those about ESLint's own comments. */
export type RuleId = keyof MessageIds;

/** The ids of a rule's messages; for a union of rules, the union of their ids. */
export type MessageId<Rule extends RuleId> = MessageIds[Rule];
