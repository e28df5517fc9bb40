import { ESLint } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { expect, test } from "vitest";
import { lint } from "../support/lint.js";
import { lockFile } from "../support/lock-file.js";

type WithData = ESLint.LintResult["messages"][number] & { readonly data?: Readonly<Record<string, string>> };

const dataOf = ({ messages }: ESLint.LintResult): unknown[] =>
  messages.map((message: WithData) => message.data);

test("each message has its values as data in ESLint's JSON output", async () => {
  const result = await lint(lockFile());
  expect(dataOf(result)).toEqual([
    expect.objectContaining({ job: "agent", codex: "0.121.0" }),
    expect.objectContaining({ job: "detection", codex: "0.121.0" }),
  ]);
  const formatter = await new ESLint({ overrideConfigFile: true }).loadFormatter("json");
  const printed = await formatter.format([result]);
  expect((JSON.parse(printed) as ESLint.LintResult[]).map(dataOf)).toEqual([dataOf(result)]);
});

test("each message of several rules and files has its own data", async () => {
  const toml =
    'model_provider = "p"\nmodel_providers.p = { name = "P", base_url = "http://172.30.0.30:10000", env_key = "NO" }';
  const texts = [lockFile({ compiler: "v0.82.14" }), lockFile({ compiler: "v0.70.0", toml }), lockFile()];
  const results = await Promise.all(texts.map((text) => lint(text, { config: [ghAw.configs.strict] })));
  const messages = results.flatMap((result): WithData[] => result.messages);
  expect(new Set(messages.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(2);
  for (const { message, data } of messages)
    for (const [name, value] of Object.entries(data!))
      if (name === "job") expect(message).toContain(`\`${value}\``);
});

test("ESLint's own messages have no data", async () => {
  const unused = "# eslint-disable-next-line gh-aw/codex-websocket-401\n" + lockFile({ compiler: "v0.83.4" });
  expect(dataOf(await lint(unused, { reportUnused: true }))).toEqual([undefined]);
  expect(dataOf(await lint('run: "codex awf'))).toEqual([undefined]);
});
