import { codexOutcome, type Outcome } from "@gh-aw-lint/core";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { codexError } from "../../packages/core/src/codex/outcome/index.js";
import { recordedRuns, type RecordedRun } from "../recordings/index.js";
import { lint } from "../support/lint.js";
import { hereDocument, installAwf, installCodex } from "../support/steps.js";
import { workflow } from "../support/workflow.js";

const runs = recordedRuns();

const columns = [
  "none",
  "codex-proxy-websocket",
  "codex-websocket-401",
  "codex-config-refused",
  "codex-env-key",
  "codex-proxy-address",
] as const;

describe("a lock file with the configuration of a recorded run", () => {
  test(
    "gets one finding of the right rule exactly when the real Codex did not go through the proxy",
    { timeout: 300_000 },
    async () => {
      const judged = runs.filter((run) => run.env.OPENAI_BASE_URL !== undefined || isAffected(run));
      const found = await Promise.all(
        judged.map(async (run) => ({ run, rules: await rulesThatReport(run) })),
      );
      printTable(found);
      console.log(
        `${runs.length - judged.length} of ${runs.length} left out: without OPENAI_BASE_URL, which AWF's API proxy always sets and Codex reads before 0.120`,
      );
      const wrong = found.filter(({ run, rules }) => !isRight(run, rules));
      expect(
        wrong.map(({ run, rules }) => `${run.case} ${run.codex}: ${run.outcome}, ${rules.join()}`),
      ).toEqual([]);
    },
  );

  test("has a finding that quotes Codex's error", () => {
    const refused = runs.filter(({ outcome, error }) => outcome === "refused" && error !== null);
    const different = refused.filter((run) => !printed(run).includes(quoted(run)));
    console.log(`${refused.length - different.length} of ${refused.length} errors as recorded`);
    // For the parser, a table that is defined twice is the same error in either spelling.
    const others = different.filter(
      (run) => !printed(run).includes("cannot extend value of type inline table"),
    );
    expect(others.map((run) => `${run.case} ${run.codex}: ${quoted(run)} | ${printed(run)}`)).toEqual([]);
  });
});

/** `codex-misplaced-key` concerns the same configurations, but not what Codex does. */
async function rulesThatReport(run: RecordedRun): Promise<readonly string[]> {
  const { messages } = await lint(lockFileOf(run), { config: [ghAw.configs.strict] });
  return messages
    .map(({ ruleId, message }) => ruleId?.replace("gh-aw/", "") ?? message)
    .filter((rule) => rule !== "codex-misplaced-key");
}

/** AWF v0.25.26 sets no placeholders, so only `env` sets the variables in its container. */
function lockFileOf({ codex, config, env, args }: RecordedRun): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const words = args.map((word) => `'${word}'`);
  const document = { path: "~/.codex/config.toml", delimiter: "'EOF'", toml: `${config ?? ""}\n` };
  const start = `awf --enable-api-proxy -- env ${variables.join(" ")} codex exec ${words.join(" ")} "Say hello."`;
  return workflow({
    jobs: {
      agent: [
        installCodex(codex),
        installAwf("v0.25.26"),
        {
          name: "Execute Codex CLI",
          run: `${`mkdir -p ~/.codex\n${hereDocument(document)}`.replace("\n'EOF'", "\nEOF")}${start}`,
        },
      ],
    },
  });
}

function isRight(run: RecordedRun, rules: readonly string[]): boolean {
  const expected = ruleOf(run);
  return expected === undefined ? rules.length === 0 : rules.length === 1 && rules[0] === expected;
}

/** The rule that must report a run, from the outcome and the output of the real Codex. */
function ruleOf(run: RecordedRun): (typeof columns)[number] | undefined {
  switch (run.outcome) {
    case "proxied":
      return undefined;
    case "websocket":
      return "codex-proxy-websocket";
    case "direct":
      return isAffected(run) ? "codex-websocket-401" : undefined;
    case "refused":
      if (run.error?.[0]?.includes("Missing environment variable")) return "codex-env-key";
      // A run without a recorded error ended while Codex waited for an answer.
      return run.error?.[0]?.includes("stream disconnected") === false
        ? "codex-config-refused"
        : "codex-proxy-address";
  }
}

/** Codex 0.120 and later ignore OPENAI_BASE_URL. The rule does not concern earlier releases that connect to api.openai.com. */
function isAffected({ codex }: RecordedRun): boolean {
  return Number(codex.split(".")[1]) >= 120;
}

/** The error on one line, without positions in the file and without the count of the first attempt. */
function printed({ error }: RecordedRun): string {
  return error!
    .join(" ")
    .replace(/config\.toml:\d+:\d+: /, "")
    .replace(/^Reconnecting\.\.\. \d\/\d \((.*)\)$/, "ERROR: $1");
}

function quoted({ config, codex, env, args }: RecordedRun): string {
  const input = { ...(config !== null && { config }), codexVersion: codex, env, args };
  const { outcome, reason } = codexOutcome(input);
  return (outcome === "refused" ? codexError(reason, codex) : undefined) ?? "nothing";
}

function printTable(found: readonly { run: RecordedRun; rules: readonly string[] }[]): void {
  const outcomes: readonly Outcome[] = ["proxied", "websocket", "direct", "refused"];
  const rows = outcomes.map((outcome) => {
    const ofOutcome = found.filter(({ run }) => run.outcome === outcome);
    const counts = columns.map((rule) =>
      String(
        ofOutcome.filter(({ rules }) => (rule === "none" ? rules.length === 0 : rules.includes(rule))).length,
      ),
    );
    return [outcome, ...counts];
  });
  const lines = [["outcome", ...columns], ...rows].map((cells) =>
    cells.map((cell, index) => cell.padStart(index === 0 ? 9 : columns[index - 1]!.length + 2)).join(""),
  );
  console.log(lines.join("\n"));
}
