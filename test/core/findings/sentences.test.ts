import { messageTemplates, ruleInfos, type RuleId } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";

/** Typical data of a finding. What Codex prints is left out because it may have any length. */
const typical: Readonly<Record<string, string>> = {
  codex: "0.121.0",
  job: "agent",
  awf: "v0.25.26",
  provider: "openai-proxy",
  variable: "OPENAI_API_KEY",
  baseUrl: "http://172.30.0.30:9",
  table: "history",
  key: "model",
  port: "10000",
  doubled: "/v1",
  codexError: "",
  message: "",
  why: "is empty",
  address: "`OPENAI_BASE_URL`",
  effect: "",
};

describe.each(Object.keys(ruleInfos) as RuleId[])("the messages of %s", (rule) => {
  const templates = Object.entries<string>(messageTemplates(rule));

  test.each(templates)("consist of a problem and a remedy: %s", (_, template) => {
    expect(template).toMatch(/^(?:[A-Z`{]|gh-aw |config\.toml ).*[^ ] \{\{remedy\}\}$/);
    expect(template.slice(0, -" {{remedy}}".length)).toMatch(/[.!][`"]?$/);
  });

  test.each(templates)("state the problem in at most 140 characters: %s", (_, template) => {
    const problem = template.replace(" {{remedy}}", "");
    const filled = problem.replace(
      /\{\{(\w+)\}\}/g,
      (_placeholder, name: string) => typical[name] ?? "some value",
    );
    expect(filled.length).toBeLessThanOrEqual(140);
  });
});
