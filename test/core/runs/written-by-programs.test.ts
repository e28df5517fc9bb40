import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";

/** What is found if a step runs a command after Codex was installed. */
function outcomesAfter(command: string): readonly string[] {
  const text = `on: workflow_dispatch
jobs:
  agent:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: npm install -g @openai/codex@0.121.0
      - env: { MOUNT: "\${{ vars.MOUNT }}" }
        run: |
          mkdir -p ~/.codex
          ${command}
      - run: sudo -E awf --enable-api-proxy --env-all -- codex exec hi
`;
  return diagnose(text, { outcomes: ["direct", "undetermined"] }).map(({ outcome }) => outcome);
}

describe("a program that may write the configuration", () => {
  test.each([
    `docker run --rm -v "$HOME/.codex:/out" ghcr.io/acme/config`,
    `docker run --rm -v"$HOME/.codex:/out" ghcr.io/acme/config`,
    `docker run --rm --mount type=bind,source=$HOME/.codex,target=/out ghcr.io/acme/config`,
    `docker run --rm --mount=type=bind,src=$HOME,dst=/out ghcr.io/acme/config`,
    `docker --context default run --volume ~/.codex:/out ghcr.io/acme/config`,
    `docker container run -v ~/.codex:/out ghcr.io/acme/config`,
    `podman run -v ~/.codex:/out:Z ghcr.io/acme/config`,
    `docker cp box:/config.toml ~/.codex/config.toml`,
    `docker container cp box:/config.toml ~/.codex`,
    `docker compose run --rm config`,
    `docker compose -f ci/compose.yml -p ci up -d`,
    `docker build --output type=local,dest=$HOME/.codex .`,
    `docker buildx build -o ~/.codex .`,
    `docker buildx bake`,
    `7z x -o"$HOME" codex.7z`,
    `7z x codex.7z -o/home/runner/.codex -y`,
    `unzip codex.zip -d"$HOME"`,
    `gh extension install acme/gh-configure; gh configure`,
    `gh run download -n codex -D ~/.codex`,
  ])("%s", (command) => {
    expect(outcomesAfter(command)).toEqual(["undetermined"]);
  });
});

test("a container with a folder that the file does not name may write the configuration", () => {
  for (const option of [`-v "$MOUNT"`, `--mount "$MOUNT"`, `-v "$MOUNT:/out"`])
    expect(outcomesAfter(`docker run ${option} ghcr.io/acme/config`)).toEqual(["undetermined"]);
});

describe("a program that writes elsewhere", () => {
  test.each([
    `docker run --rm ghcr.io/acme/tests`,
    `docker run --rm -v "$PWD:/work" -w /work node:22 npm test`,
    `docker run --rm -v "$HOME/.codex:/in:ro" ghcr.io/acme/tests`,
    `docker run --rm --mount type=bind,source=$HOME,target=/in,readonly ghcr.io/acme/tests`,
    `docker run --rm -v cache:/cache ghcr.io/acme/tests`,
    `docker build -t app .`,
    `docker compose pull`,
    `docker compose build`,
    `docker login -u "$GITHUB_ACTOR" ghcr.io`,
    `7z x archive.7z -o/tmp/archive`,
    `unzip archive.zip -d /tmp/archive`,
    `gh pr view 1`,
    `gh --version`,
    `gh aw compile`,
  ])("%s", (command) => {
    expect(outcomesAfter(command)).toEqual(["direct"]);
  });
});
