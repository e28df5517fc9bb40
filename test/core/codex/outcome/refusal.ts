import { expect } from "vitest";
import { codexOutcome, type Reason } from "../../../../packages/core/src/codex/outcome/index.js";

/** Why Codex refuses a config.toml, which it must do. */
export function refusal(config: string, codexVersion = "0.169.0"): Reason {
  const { outcome, reason } = codexOutcome({ config, codexVersion });
  expect(outcome).toBe("refused");
  return reason;
}

/** The part of a reason that names config.toml as its source. */
export const file = { source: "file" };
