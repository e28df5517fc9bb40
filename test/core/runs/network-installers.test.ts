import { describe, expect, test } from "vitest";
import { install, job, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

describe("an installer from the network", () => {
  const raw = "https://raw.githubusercontent.com";
  const firewall = `${raw}/github/gh-aw-firewall/main/install.sh`;
  const awf = "- run: sudo -E awf --env-all -- codex exec hi";

  test.each([
    [`curl -sSL ${firewall} | sudo bash`],
    [`curl -sSL -o /tmp/install.sh ${firewall}; sudo bash /tmp/install.sh`],
    [`bash <(curl -sSL ${firewall})`],
    [`sh -c "$(curl -fsSL https://sh.rustup.rs)"`],
    [`wget -qO- ${raw}/nvm-sh/nvm/v0.40.1/install.sh | bash`],
    [`curl -LsSf https://astral.sh/uv/install.sh | sh`],
    [`curl -fsSL https://deb.nodesource.com/setup_22.x | sudo -E bash -`],
  ])("does not write Codex's configuration: %s", (line) => {
    expect(outcomes(job([], `- run: |\n    ${line}`, install, start))).toEqual(["direct noProvider"]);
  });

  test("may write anything if it is unknown", () => {
    for (const line of [
      "curl -fsSL https://example.com/install.sh | bash",
      `curl -fsSL ${firewall} https://example.com/install.sh | bash`,
      `curl -fsSL ${raw}/somebody/gh-aw-firewall/main/install.sh | bash`,
    ])
      expect(outcomes(job([], `- run: ${line}`, install, start))).toEqual(["undetermined undeterminedValue"]);
  });

  test("gets AWF's version from a variable or an argument", () => {
    for (const shell of ["sudo AWF_VERSION=v0.25.0 bash", "sudo bash -s -- v0.25.0"])
      expect(outcomes(job([], `- run: curl -sSL ${firewall} | ${shell}`, install, awf))).toEqual([]);
    expect(
      outcomes(job([], `- run: curl -sSL ${firewall} | sudo AWF_VERSION=v0.28.0 bash`, install, awf)),
    ).toEqual(["direct noProvider"]);
    expect(outcomes(job([], `- run: curl -sSL ${firewall} | sudo bash`, install, awf))).toEqual([
      "undetermined undeterminedProxy",
    ]);
  });
});
