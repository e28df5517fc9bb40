import type { OutcomeResult } from "../codex/outcome/index.js";
import type { AssembledConfig } from "./assembled-config.js";

/** What a run will do, by one configuration that it may find. */
export type Judgement = OutcomeResult & {
  /** `undefined`: there is no config.toml. */
  readonly config: AssembledConfig | undefined;
};
