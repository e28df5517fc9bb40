import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("a configuration that is copied is known:", () => {
  const copied = (line: string): readonly string[] => {
    const config = writes(provider("http://172.30.0.30:10000")).replaceAll("~/.codex", "/tmp/c");
    return outcomes(job([], install, config, `- run: ${line}`, start));
  };

  test.each([
    ["rsync -a /tmp/c/ ~/.codex/"],
    ["rsync -av /tmp/c/ ~/.codex"],
    ["mkdir ~/.codex && rsync -a /tmp/c/config.toml ~/.codex/"],
    ["mkdir ~/.codex && rsync /tmp/c/config.toml ~/.codex/config.toml"],
    ["mkdir ~/.codex && dd if=/tmp/c/config.toml of=$HOME/.codex/config.toml status=none"],
  ])("%s", (line) => {
    expect(copied(line)).toEqual([]);
  });

  test.each([
    ["rsync -a --delete /tmp/c/ ~/.codex/"],
    ["rsync -a host:/tmp/c/ ~/.codex/"],
    ["mkdir ~/.codex && dd if=/tmp/c/config.toml of=$HOME/.codex/config.toml bs=1 count=9"],
  ])("but not %s", (line) => {
    expect(copied(line)).toEqual(["undetermined undeterminedFile"]);
  });
});

test.each([
  "cp /etc/agents.toml ~/.codex/config.toml",
  "cp -r /opt/agents/. ~/.codex",
  "mv /opt/agents.toml ~/.codex/config.toml",
  "install -m 600 /usr/share/agents.toml ~/.codex/config.toml",
  "cp -a /dev/null ~/.codex/config.toml",
])("a file of the runner's image is unknown where it is copied to: %s", (command) => {
  expect(outcomes(job([], install, `- run: mkdir -p ~/.codex; ${command}`, start))).toEqual([
    "undetermined undeterminedFile",
  ]);
});
