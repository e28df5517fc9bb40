import { diagnose, type DiagnoseOptions } from "@gh-aw-lint/core";
import { lockFile, type LockFile } from "../../support/lock-file.js";
import { determinedOutcomes } from "../../support/outcomes.js";
import { providerBlock } from "../../support/toml.js";

/** Reports every outcome that the file determines. */
export const options: DiagnoseOptions = { outcomes: determinedOutcomes };

/** The kind of each finding whose outcome the file determines. */
export function kinds(text: string): readonly string[] {
  return diagnose(text, options).map(({ kind }) => kind);
}

/** OpenAI's port of AWF's API proxy. */
export const openai = "http://172.30.0.30:10000";

/** Copilot's port of AWF's API proxy. */
export const copilot = "http://172.30.0.30:10002";

/** A provider at OpenAI's port that needs no key from its environment. */
export const withoutKey: string = providerBlock.replace(/^env_key.*\n/m, "");

/** A compiled file whose step passes these variables and no others. */
export function passing(env: Readonly<Record<string, string>>, more: LockFile = {}): string {
  const none = { CODEX_API_KEY: "", OPENAI_API_KEY: "" };
  return lockFile({
    compiler: "v0.71.3",
    detection: false,
    toml: withoutKey,
    ...more,
    execute: { ...more.execute, env: { ...none, ...env } },
  });
}

/** Copilot's credential. */
export const token = { COPILOT_GITHUB_TOKEN: "${{ secrets.COPILOT_GITHUB_TOKEN }}" };

/** OpenAI's credential. */
export const key = { OPENAI_API_KEY: "${{ secrets.OPENAI_API_KEY }}" };
