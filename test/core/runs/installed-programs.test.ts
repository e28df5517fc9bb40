import { describe, expect, test } from "vitest";
import { job } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

const awf = "sudo -E awf --enable-api-proxy --env-all";

/** The outcomes of a run that this command starts after these steps. */
function outcomesOf(start: string, ...steps: readonly string[]): readonly string[] {
  return outcomes(job([], ...[...steps, `run: ${start}`].map((step) => `- ${step}`)));
}

const npm = "npm install -g @openai/codex@0.121.0";

describe("a program that an installer puts in place", () => {
  test.each([
    ["brew install --cask codex; which codex", "codex"],
    [`brew install codex; echo "C=$(which codex)" >> "$GITHUB_ENV"`, "$C"],
    ["brew install codex", "$(brew --prefix)/bin/codex"],
    [`${npm}; C="$(command -v codex)"; echo "C=$C" >> "$GITHUB_ENV"`, `"$C"`],
    [npm, `"$(type -P codex)"`],
    [npm, `"$(npm prefix -g)/bin/codex"`],
    ["mise use -g npm:@openai/codex@0.121.0", "mise x -- codex"],
    ["volta install @openai/codex@0.121.0", "volta run codex"],
  ])("starts: %s, %s", (install, codex) => {
    expect(outcomesOf(`${awf} -- ${codex} exec hi`, `run: ${install.replaceAll(": ", ":")}`)).toEqual([
      "direct noProvider",
    ]);
  });

  test("starts as the script of its package", () => {
    const script = "/usr/local/lib/node_modules/@openai/codex/bin/codex.js";
    expect(outcomesOf(`${npm}; ${awf} -- node ${script} exec hi`)).toEqual(["direct noProvider"]);
  });
});

describe("the release of Codex", () => {
  const started = `${awf} -- codex exec hi`;

  test.each(["uses: acme/setup-codex@v1", "uses: ./.github/actions/codex", "run: ./install.sh"])(
    "is that of something unknown, if nothing else installs it: %s",
    (step) => {
      const steps = [
        "uses: actions/checkout@v5",
        step,
        "run: mkdir -p /tmp/codex; echo > /tmp/codex/config.toml",
      ];
      const start = `CODEX_HOME=/tmp/codex ${started}`;
      expect(outcomesOf(start, ...steps)).toEqual(["undetermined undeterminedVersion"]);
      expect(outcomesOf(start, ...steps, `run: ${npm}`)).toEqual(["direct noProvider"]);
      expect(outcomesOf(start, ...steps.filter((other) => other !== step))).toEqual(["direct noProvider"]);
    },
  );

  test.each([
    "mise use -g codex@0.118.0",
    "mise use --global aqua:openai/codex@0.118.0",
    "mise install ubi:openai/codex[exe=codex]@rust-v0.118.0",
    "mise use -g npm:@openai/codex@0.118.0",
    "volta install @openai/codex@0.118.0",
  ])("is the one that another package manager installs: %s", (install) => {
    expect(outcomesOf(started, `run: ${install}`)).toEqual(["websocket environmentBaseUrl"]);
    expect(outcomesOf(started, `run: ${install.replace("0.118", "0.121")}`)).toEqual(["direct noProvider"]);
  });

  test.each([
    "sudo apt-get install -y codex=0.118.0",
    "sudo dpkg -i codex_0.118.0_amd64.deb",
    "sudo snap install codex",
    "brew install acme/tap/codex@0.118",
    "npm install -g @acme/codex",
    'npm install -g "$PACKAGE"',
    "npm i -g $(curl -fsSL https://example.com/package)",
    "bun add --global open-codex",
    "yarn global add codex-cli",
  ])("is unknown if another package may hold the program: %s", (install) => {
    const unnamed = 'run: true\n  env: { PACKAGE: "${{ vars.PACKAGE }}" }';
    const step = unnamed.replace("true", install);
    expect(outcomesOf(started, step)).toEqual(["undetermined undeterminedVersion"]);
    expect(outcomesOf(started, step, `run: ${npm}`)).toEqual(["direct noProvider"]);
    expect(outcomesOf(started, `run: ${npm}`, step)).toEqual(["direct noProvider"]);
  });

  test.each([
    "npm install -g @openai/codex-sdk",
    "npm install -g pnpm@$VERSION",
    "npm install codex-fixtures",
    "sudo apt-get install -y jq",
    "apt-cache show codex",
  ])("is the newest if no package holds the program: %s", (install) => {
    expect(outcomesOf(started, `run: ${install}`)).toEqual(["direct noProvider"]);
  });
});
