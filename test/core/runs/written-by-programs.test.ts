import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { install, job, script, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

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
    `docker run --rm --volumes-from box ghcr.io/acme/config`,
    `curl --config downloads.txt`,
    `curl -o ~/.codex/config.toml https://example.com/config.toml -o README https://example.com/README`,
    `curl -sK downloads.txt`,
    `cd ~/.codex && curl --remote-name-all https://example.com/config.toml`,
    `python3 -m json.tool in.json ~/.codex/config.toml`,
    `nvm exec 22 node configure.js`,
    `fnm exec --using 22 ./configure.sh`,
    `pyenv exec python configure.py`,
    `corepack pnpm run configure`,
    `corepack yarn@4 install`,
    `ssh-agent ./configure.sh`,
    `sudo ip netns exec agent ./configure.sh`,
    `brew bundle`,
    `snap run configure`,
    `git bisect run ./configure.sh`,
    `git submodule foreach ./configure.sh`,
    `git rebase --exec ./configure.sh main`,
    `xz -dk ~/.codex/config.toml.xz`,
    `gunzip -f ~/.codex/config.toml.gz`,
    `python3 -m pip install -e .`,
    `npx nx run configure`,
    `npx turbo run configure`,
    `npx jest`,
    `pnpm exec jest`,
    `pnpm dlx nx run configure`,
    `npm exec --package=nx -- configure`,
    `npm exec -p eslint -- evil`,
    `npm exec --package eslint -- evil`,
    `npm exec -p eslint -c evil`,
    `npm exec --call=eslint`,
    `npm exec eslint --package=evil`,
    `npm exec eslint -C ~/.codex`,
    `npx -p eslint evil`,
    `npx --package=eslint evil`,
    `npx -p @openai/codex evil`,
    `npx -p @openai/codex -p evil codex`,
    `npx --script-shell eslint evil`,
    `npx -yp eslint evil`,
    `npx -c eslint`,
    `npx $MOUNT eslint .`,
    `npx --registry=$MOUNT eslint .`,
    `pnpm dlx --package eslint evil`,
    `pnpm --package=eslint dlx evil`,
    `yarn dlx -p eslint evil`,
    `bunx -p eslint evil`,
    `bun x --package eslint evil`,
    `pnpm -C /home/runner/.codex exec prettier --write config.toml`,
    `pnpm --dir=/home/runner/.codex exec prettier --write config.toml`,
    `pnpm dlx prettier --write ~/.codex/config.toml`,
    `npx prettier --write "$HOME/.codex/*.toml"`,
    `npx prettier --write "$HOME/{.codex,x}/config.toml"`,
    `npx eslint -o ~/.codex/config.toml .`,
    `npx eslint -o/home/runner/.codex/config.toml .`,
    `npx eslint --output-file=/home/runner/.codex/config.toml .`,
    `npx -y eslint --output-file ~/.codex/config.toml`,
    `npx tsc --outFile ~/.codex/config.toml`,
    `yarn run configure`,
    `bunx nx run configure`,
    `npx playwright test`,
    `sudo mkdir -p /etc/codex; sudo cp managed_config.toml /etc/codex/`,
    `sudo cp -r codex /etc/codex`,
    `sudo ln -sf "$PWD/bin/codex" /usr/local/bin/codex`,
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
    `curl -sSfLO https://example.com/archive.tgz`,
    `python3 -m json.tool in.json`,
    `nvm install 22`,
    `corepack enable`,
    `corepack prepare pnpm@9 --activate`,
    `eval "$(ssh-agent -s)"`,
    `ip addr`,
    `brew install jq`,
    `git bisect start`,
    `git submodule update --init`,
    `git rebase main`,
    `gunzip archive.gz`,
    `python3 -m pip install requests`,
    `npx eslint .`,
    `pnpm exec eslint .`,
    `npm exec -- prettier --check .`,
    `pnpm dlx @openai/codex@0.121.0 --version`,
    `yarn dlx @openai/codex@0.121.0 --version`,
    `bunx @openai/codex@0.121.0 --version`,
    `npx -p @openai/codex@0.121.0 codex --version`,
    `npx --yes --package=@openai/codex@0.121.0 -- codex --version`,
    `npx --no-install codex --version`,
    `npm exec --package @openai/codex@0.121.0 -- codex --version`,
    `npm exec -w web -- codex --version`,
    `pnpm --package=@openai/codex@0.121.0 dlx codex --version`,
    `yarn dlx -p @openai/codex@0.121.0 codex --version`,
    `npx -y --registry="$MOUNT" eslint .`,
    `npx prettier --check "**/*.{ts,md}" "!dist" --log-level=warn`,
    `npm --silent exec -- eslint src lib`,
    `npm exec eslint -- -c eslint.config.js src`,
    `npx eslint -c eslint.config.js src`,
    `npx eslint -o /tmp/report .`,
    `npx playwright install --with-deps`,
    `sudo cp hosts /etc/hosts`,
  ])("%s", (command) => {
    expect(outcomesAfter(command)).toEqual(["direct"]);
  });
});

describe("a program that may write a configuration makes it unknown:", () => {
  test.each([
    ["npx --yes @acme/codex-setup", "undetermined undeterminedValue"],
    [`yq -i -p toml -o toml '.model_provider = "p"' ~/.codex/config.toml`, "undetermined undeterminedFile"],
    [`awk 'BEGIN { print "x" > ENVIRON["HOME"] "/.codex/config.toml" }'`, "undetermined undeterminedValue"],
    [`sed -n "w $HOME/.codex/config.toml" /tmp/text`, "undetermined undeterminedFile"],
    ["xxd -r -p /tmp/hex ~/.codex/config.toml", "undetermined undeterminedFile"],
    ["iconv -f latin1 -t utf8 -o ~/.codex/config.toml /tmp/text", "undetermined undeterminedFile"],
  ])("%s", (line, expected) => {
    const written = writes('model = "m"');
    expect(outcomes(job([], install, written, script("echo x > /tmp/text", line), start))).toEqual([
      expected,
    ]);
  });

  test.each([
    ["npx playwright install --with-deps"],
    ["npx @openai/codex@0.121.0 --version"],
    ["npx prettier@3.1.0 --check ."],
    ["yq '.version' package.yml"],
    ["awk '$1 > 5 { print $2 }' table"],
    ["sed -n 's/^w/x/p' table"],
  ])("not %s", (line) => {
    expect(outcomes(job([], install, script(`${line} || true`), start))).toEqual(["direct noProvider"]);
  });
});
