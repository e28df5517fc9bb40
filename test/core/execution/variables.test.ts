import { expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

test("a variable that only the compiler sets is unset, and one of AWF's is not known in its container", () => {
  expect(outcomes(job([], install, writes(provider("${AWF_PROXY_URL}")), start))).toEqual([
    "wrongAddress unusableBaseUrl",
  ]);
  const inside = `- run: |
    sudo -E awf --enable-api-proxy --env-all -- bash -c '
      mkdir -p ~/.codex
      printf "%s\\n" "model_provider = \\"p\\"" "[model_providers.p]" "name = \\"p\\"" "base_url = \\"$NAME\\"" > ~/.codex/config.toml
      codex exec hi'`;
  const given = ["env:", "  OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}"];
  expect(outcomes(job(given, install, inside.replace("$NAME", "$OPENAI_BASE_URL")))).toEqual([]);
  expect(outcomes(job(given, install, inside.replace("$NAME", "http://$AWF_PROXY_HOST:10000")))).toEqual([]);
  expect(outcomes(job(given, install, inside.replace("$NAME", "$OPENAI_API_URL")))).toEqual([
    "wrongAddress unusableBaseUrl",
  ]);
});

test("if AWF's configuration may pass on all variables, only certain faults are reported", () => {
  const home = ["env:", "  CODEX_HOME: /tmp/codex"];
  const steps = [
    install,
    writes(provider("http://172.30.0.30:10000")).replaceAll("~/.codex", "/tmp/codex"),
    "- uses: actions/checkout@v4",
    "- run: sudo -E awf --enable-api-proxy --config awf.json -- codex exec hi",
  ];
  expect(outcomes(job(home, ...steps))).toEqual(["undetermined undeterminedCondition"]);
});

test.each([
  'run: ./settings.sh >> "$GITHUB_ENV"',
  'run: eval "$(curl -fsSL https://example.com/settings)"',
  "uses: acme/settings@v1",
])("what may set any variable may replace those of earlier steps: %s", (step) => {
  const checkout = "- uses: actions/checkout@v4";
  const set = '- run: echo "WEBSOCKETS=true" >> "$GITHUB_ENV"';
  const settings = `${provider("http://172.30.0.30:10000")}supports_websockets = $WEBSOCKETS\n`;
  const config = writes(settings).replaceAll("~", "/home/runner");
  const pinned = `${start}\n  env: { CODEX_HOME: /home/runner/.codex }`;
  const [certain, unknown] = [[], [`- ${step}`]].map((between) =>
    outcomes(job([], checkout, install, set, ...between, config, pinned)),
  );
  expect(certain).toEqual(["websocket supportsWebsockets"]);
  expect(unknown).toEqual([]);
});

test("an archive in `$RUNNER_TEMP` does not contain GitHub's command files", () => {
  const unpack = 'tar xzf "$RUNNER_TEMP/codex.tgz" -C "$RUNNER_TEMP"';
  expect(outcomes(job([], install, `- run: ${unpack}`, start))).toEqual(["direct noProvider"]);
  const named = `- run: tar xzf "$RUNNER_TEMP/codex.tgz" --to-command='cat >> "$GITHUB_ENV"'`;
  expect(outcomes(job([], install, named, start))).toEqual(["undetermined undeterminedValue"]);
});
