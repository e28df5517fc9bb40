import { describe, expect, test } from "vitest";
import { install, job, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

describe("other package managers than npm", () => {
  test.each([
    ["mise use -g node@22 npm:@openai/codex@0.115.0", []],
    ["mise use -g npm:@openai/codex@0.121.0", ["direct noProvider"]],
    ["mise install npm:@openai/codex", ["direct noProvider"]],
    ["volta install @openai/codex@0.115.0", []],
    ["brew install codex", ["direct noProvider"]],
    ["brew install codex@0.115", ["undetermined undeterminedVersion"]],
    ["pipx install codex-cli==0.115.0", ["undetermined undeterminedVersion"]],
  ])("install a version: %s", (line, expected) => {
    expect(outcomes(job([], `- run: ${line}`, start))).toEqual(expected);
  });

  test.each([
    ["npm --prefix ~/tools install typescript"],
    ["npm outdated -g || true"],
    ["npm audit"],
    ["yarn global add typescript && yarn global bin"],
    ["bun pm ls -g"],
    ["pnpm --global list"],
    ["sudo n 22"],
    ["mise reshim"],
  ])("only manage packages: %s", (line) => {
    expect(outcomes(job([], install, `- run: ${line}`, start))).toEqual(["direct noProvider"]);
  });

  test.each([
    ["npm run setup"],
    ["yarn docs"],
    ["pnpm sync"],
    ["bun setup"],
    ["n exec 22 ./setup"],
    ["npm exec setup"],
  ])("may run any program: %s", (line) => {
    expect(outcomes(job([], install, `- run: ${line}`, start))).toEqual(["undetermined undeterminedValue"]);
  });

  test("install in several places, of which the program's name tells the one", () => {
    const at = (places: string, program: string): readonly string[] =>
      outcomes(job([], `- run: ${places}`, start.replace("-- codex", `-- ${program}`)));
    const old = (options: string): string => `npm install ${options} @openai/codex@0.115.0`;
    const affected = (options: string): string => `npm install ${options} @openai/codex@0.121.0`;
    expect(at(`${old("-g")}; ${affected("")}`, "codex")).toEqual([]);
    expect(at(`${old("-g")}; ${affected("")}`, "npx codex")).toEqual(["direct noProvider"]);
    expect(at(`${old("")}; ${affected("-g")}`, "codex")).toEqual(["direct noProvider"]);
    expect(at(`${old("")}; ${affected("-g")}`, "npx codex")).toEqual([]);
    expect(at(`${old("-g")}; ${affected("--prefix /tmp/x")}`, "codex")).toEqual([]);
    expect(at(`${old("-g")}; ${affected("--prefix /tmp/x")}`, "/tmp/x/node_modules/.bin/codex")).toEqual([
      "undetermined undeterminedVersion",
    ]);
  });

  test("install the version that a `package.json` of the job names", () => {
    const manifest = (range: string): string =>
      `- run: echo '{"dependencies":{"@openai/codex":"${range}"}}' > package.json`;
    const npx = start.replace("-- codex", "-- npx codex");
    expect(outcomes(job([], manifest("0.121.0"), "- run: npm install --no-audit", npx))).toEqual([
      "direct noProvider",
    ]);
    expect(outcomes(job([], manifest("~0.115.0"), "- run: npm install", npx))).toEqual([]);
    const undetermined = ["undetermined undeterminedVersion"];
    expect(outcomes(job([], manifest("0.115.0"), "- run: touch yarn.lock && npm i", npx))).toEqual(
      undetermined,
    );
    expect(outcomes(job([], manifest("0.115.0"), "- run: npm i --prefix other", npx))).toEqual(undetermined);
  });

  test("`npm init` writes only `package.json`", () => {
    const init = "- run: npm init -y > /dev/null";
    expect(outcomes(job([], init, install, start))).toEqual(["direct noProvider"]);
    expect(outcomes(job([], "- run: npm init @acme/setup", install, start))).toEqual([
      "undetermined undeterminedValue",
    ]);
  });
});
