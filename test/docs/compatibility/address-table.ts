import { explainRuns, type ExplainedOutcome } from "@gh-aw-lint/core";
import { inc } from "semver";
import { awfChanges } from "../../../packages/core/src/awf/index.js";
import { lockFile } from "../../support/lock-file.js";
import { joinReleases, table } from "../table.js";

/** The last release before each change, and the next one. */
const releases = Object.values(awfChanges)
  .flatMap(({ lastWithout }) => [lastWithout, inc(lastWithout, "patch")!])
  .filter((release, index, all) => all.indexOf(release) === index)
  .map((release) => `v${release}`);

const addresses = [
  "http://172.30.0.30:10000",
  "http://172.30.0.30:10000/v1",
  "http://api-proxy:10000",
] as const;
const keys = ['env_key = "OPENAI_API_KEY"', ""] as const;

const marks: Readonly<Partial<Record<ExplainedOutcome["kind"], string>>> = {
  proxied: "✅",
  missingKey: "🔑",
  wrongAddress: "❌",
};

/** The result for each address of the proxy with each AWF; adjacent releases with equal results share a column. */
export function addressTable(): string {
  const providers = addresses.flatMap((address) => keys.map((key) => ({ address, key })));
  const columns = joinReleases(releases, (awf) =>
    providers.map(({ address, key }) => result(awf, address, key)),
  );
  const head = [
    "`base_url`",
    "`env_key`",
    ...columns.map(({ from }, index) =>
      index === 0 ? `AWF before ${columns[1]!.from}` : `AWF from ${from}`,
    ),
  ];
  const rows = providers.map(({ address, key }, index) => [
    `\`${address}\``,
    key === "" ? "none" : "`OPENAI_API_KEY`",
    ...columns.map(({ values }) => values[index]!),
  ]);
  return table(head, rows);
}

function result(awf: string, address: string, key: string): string {
  const toml = `model_provider = "openai-proxy"

[model_providers.openai-proxy]
name = "OpenAI AWF proxy"
base_url = "${address}"
${key}
supports_websockets = false
`;
  const text = lockFile({ compiler: "v0.70.0", codex: "0.144.5", awf, toml, detection: false });
  const kind = explainRuns(text)[0]?.outcome.kind;
  const mark = kind && marks[kind];
  if (mark === undefined) throw new Error(`${awf} with ${address}: ${String(kind)}`);
  return mark;
}
