import type { FindingKinds, UnreadKey } from "../faults/index.js";
import type { CompilerFaultKind } from "../gh-aw/index.js";

/** The ids of each rule's messages. A fault without a sentence in `sentences` does not compile. */
export interface MessageIds {
  readonly "codex-config-refused": FindingKinds["refused"];
  readonly "codex-env-key": FindingKinds["missingKey"];
  /** `forgottenModel`: the flag asks for a model. */
  readonly "codex-flag-before-exec": "forgottenModel" | "forgottenFlag";
  readonly "codex-misplaced-key": UnreadKey["kind"];
  readonly "codex-proxy-address": FindingKinds["wrongAddress"];
  readonly "codex-proxy-websocket": FindingKinds["websocket"];
  /** `importedEngine`: the source has its `engine` from another file, which is to be changed. */
  readonly "codex-source": "compiledBypass" | "importedEngine";
  /** What is not known. */
  readonly "codex-undetermined": FindingKinds["undetermined"];
  /** What should be a version is the name of a model. */
  readonly "codex-unknown-version": "modelName";
  /** `floatingVersion`: a tag such as `latest`, or a range. */
  readonly "codex-unpinned": "noVersion" | "floatingVersion";
  readonly "codex-websocket-401": FindingKinds["direct"];
  readonly "stale-compiler": Extract<
    CompilerFaultKind,
    "missingProvider" | "misplacedProvider" | "vendorPort"
  >;
  /** What has changed since the lock file was compiled. */
  readonly "stale-lock": "staleFrontMatter" | "staleBody";
}

/** The rules whose findings core knows: those of the plugin but for what concerns ESLint's own comments. */
export type RuleId = keyof MessageIds;

/** The ids of a rule's messages; of several rules, the ids of each. */
export type MessageId<Rule extends RuleId> = MessageIds[Rule];
