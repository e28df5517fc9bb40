import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("what `sed` writes is known:", () => {
  const good = provider("http://172.30.0.30:10000");
  const table = good.slice(good.indexOf("["));

  test.each([
    ["uncomments a key", `# ${good}`, "sed -i -E 's/^#[[:space:]]*(model_provider)/\\1/'"],
    ["inserts a line", table, `sed -i '1i model_provider = "p"\\n'`],
    ["inserts lines", table, `sed -i -e '1i\\' -e 'model_provider = "p"'`],
    [
      "inserts before a table",
      `model = "m"\n${table}`,
      `sed -i '/^\\[model_providers/i model_provider = "p"'`,
    ],
    ["has two commands", good.replaceAll("p", "@P@"), `sed -i 's/x/y/; s/@P@/p/g'`],
    ["deletes comments", `# a\n${good}`, `sed -i.bak -e '/^[[:blank:]]*#/d' -e 's/ *#.*$//'`],
    ["has a block", good.replace("10000", "80"), `sed -i '/^base_url/{s/:80/:10000/;s/https/http/;}'`],
  ])("%s", (_, config, run) => {
    expect(
      outcomes(
        job([], install, writes(config), `- run: ${JSON.stringify(`${run} ~/.codex/config.toml`)}`, start),
      ),
    ).toEqual([]);
  });
});

test("what `jq` prints is known", () => {
  const runs = (...lines: readonly string[]): readonly string[] =>
    outcomes(
      job([], "- run: |\n    mkdir -p ~/.codex\n" + lines.map((line) => `    ${line}\n`).join(""), start),
    );
  const version = (number: string): readonly string[] =>
    runs(
      `echo '{"codex":{"version":"${number}"}}' > /tmp/tools.json`,
      'npm install -g "@openai/codex@$(jq -r .codex.version /tmp/tools.json)"',
    );
  expect(version("0.121.0")).toEqual(["direct noProvider"]);
  expect(version("0.115.0")).toEqual([]);
  const config = "model_provider = \\($id | @json)\\n[model_providers.\\($id)]\\nname = \\($id | @json)\\n";
  const url = 'base_url = \\"\\(env.URL)\\"';
  const print = `jq -nr --arg id p '"${config}${url}"' > ~/.codex/config.toml`;
  const npm = "npm install -g @openai/codex@0.121.0";
  expect(runs(npm, "export URL=http://172.30.0.30:10000", print)).toEqual([]);
  expect(runs(npm, "export URL=https://api.openai.com/v1", print)).toEqual(["direct baseUrlDirect"]);
  expect(runs(npm, print)).toEqual(["undetermined undeterminedFile"]);
});
