import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

describe("a folder of the runner's image", () => {
  const at = (folder: string): readonly string[] => ["env:", `  CODEX_HOME: ${folder}`];

  test("has no Codex configuration on a GitHub-hosted runner", () => {
    expect(outcomes(job(at("/home/runner/.config/codex"), install, start))).toEqual(["refused missingHome"]);
    const made = "- run: mkdir -p /opt/tools/codex";
    expect(outcomes(job(at("/opt/tools/codex"), install, made, start))).toEqual(["direct noProvider"]);
  });

  test("may have one in a custom image", () => {
    const text = job(at("/opt/codex"), install, start);
    const undetermined = ["undetermined undeterminedFile"];
    expect(outcomes(text.replace("ubuntu-latest", "[self-hosted, linux]"))).toEqual(undetermined);
    expect(outcomes(text.replace("ubuntu-latest", "agents"))).toEqual(undetermined);
    expect(outcomes(text.replace("ubuntu-latest", "ubuntu-latest-8-cores"))).toEqual(undetermined);
    const other = job(at("/opt/codex"), install, `- run: 'echo "runs-on: ubuntu-latest"'`, start);
    expect(outcomes(other.replace("runs-on: ubuntu-latest\n", "runs-on: agents\n"))).toEqual(undetermined);
    expect(outcomes(text.replace("    env:", "    container: agents:1\n    env:"))).toEqual(undetermined);
  });
});

describe("an image of the job's own container", () => {
  const own = (image: string, ...steps: readonly string[]): string =>
    job([], ...steps).replace("    steps:", `    container: ${image}\n    steps:`);

  test("may hold a configuration of Codex, and set variables", () => {
    const undetermined = ["undetermined undeterminedFile"];
    for (const image of [
      "ghcr.io/acme/agent:1",
      "acme/agent",
      "${{ vars.IMAGE }}",
      "registry:5000/acme/agent",
    ])
      expect(outcomes(own(image, install, start))).toEqual(undetermined);
  });

  test("holds none if it is public", () => {
    for (const image of [
      "node:22",
      "docker.io/library/node",
      "node:${{ matrix.node }}",
      "mcr.microsoft.com/playwright:v1",
    ])
      expect(outcomes(own(image, install, start))).toEqual(["direct noProvider"]);
  });

  test("starts `sh` where no shell is named", () => {
    const echo = (escape: string): string =>
      `- run: mkdir -p ~/.codex; echo 'openai_base_url = "http://172.30.0.30:10000"${escape}[features]' > ~/.codex/config.toml`;
    expect(outcomes(own("node:22", install, echo("\\n"), start))).toEqual(["websocket openAiBaseUrlKey"]);
    expect(outcomes(own("node:22-alpine", install, echo("\\n"), start))).toEqual(["refused invalidToml"]);
  });
});

test("a self-hosted machine may have a configuration of an earlier job", () => {
  const home = ["env:", "  CODEX_HOME: /tmp/codex"];
  const undetermined = ["undetermined undeterminedFile"];
  for (const text of [
    job([], install, start),
    job(home, install, start),
    job(home, install, "- run: mkdir -p /tmp/codex", start),
  ]) {
    for (const label of ["self-hosted", "[self-hosted, linux, x64]", "our-runners"])
      expect(outcomes(text.replace("ubuntu-latest", label))).toEqual(undetermined);
  }
  const written = job(home, install, writes('model = "m"').replaceAll("~/.codex", "/tmp/codex"), start);
  expect(outcomes(written.replace("ubuntu-latest", "self-hosted"))).toEqual(["direct noProvider"]);
  const own = "- run: rm -rf ~/.codex";
  expect(outcomes(job([], install, own, start).replace("ubuntu-latest", "self-hosted"))).toEqual([
    "direct noProvider",
  ]);
});

describe("a runner", () => {
  const on = (label: string): string => job([], install, start).replace("ubuntu-latest", () => label);

  test.each(["windows-latest", "macos-15", "[self-hosted, Windows, x64]"])(
    "without Linux starts no AWF: %s",
    (label) => {
      expect(outcomes(on(label))).toEqual([]);
    },
  );

  test.each(["{ group: agents, labels: codex }", "{ group: agents }", "${{ vars.RUNNER }}", "codex"])(
    "may have a configuration already: %s",
    (label) => {
      expect(outcomes(on(label))).toEqual(["undetermined undeterminedFile"]);
    },
  );

  test.each(["ubuntu-latest", "${{ matrix.os }}"])("of GitHub is new: %s", (label) => {
    expect(outcomes(on(label))).toEqual(["direct noProvider"]);
  });
});

describe("a machine that the matrix names", () => {
  const of = (matrix: string, keys = ""): readonly string[] =>
    outcomes(
      job([`strategy: { matrix: ${matrix} }`], install, start).replace(
        "runs-on: ubuntu-latest",
        `runs-on: \${{ matrix.runner }}${keys}`,
      ),
    );

  test("may have a configuration of an earlier job", () => {
    expect(of("{ runner: [ubuntu-latest, ubuntu-24.04-arm] }")).toEqual(["direct noProvider"]);
    expect(of("{ runner: [our-runners] }")).toEqual(["undetermined undeterminedFile"]);
    expect(of("{ runner: [[self-hosted, linux]] }")).toEqual(["undetermined undeterminedFile"]);
    expect(of("{ runner: [our-runners, ubuntu-latest] }")).toEqual(["direct noProvider"]);
    expect(of("{ include: [{ runner: our-runners }] }")).toEqual(["undetermined undeterminedFile"]);
    expect(of("'${{ fromJSON(vars.MATRIX) }}'")).toEqual(["direct noProvider"]);
  });

  test("may have an image of its own", () => {
    const image = "\n    container: ${{ matrix.box.image }}";
    const boxes = (name: string): string => `{ runner: [ubuntu-latest], box: [{ image: '${name}' }] }`;
    expect(of(boxes("node:22"), image)).toEqual(["direct noProvider"]);
    expect(of(boxes("ghcr.io/acme/agent"), image)).toEqual(["undetermined undeterminedFile"]);
  });
});
