import { describe, expect, test } from "vitest";
import { runsOf } from "./runs-of.js";

describe("AWF's options", () => {
  test("end at `--`, or before the first word that is neither an option nor its value", () => {
    const call = (options: string): string => `awf ${options} codex exec x`;
    for (const options of [
      "--enable-api-proxy --env A=b --image-tag 1 --",
      "--enable-api-proxy --env A=b --image-tag 1",
      "--image-tag=1 --enable-api-proxy --env=A=b",
      "--skip-pull --tty --enable-api-proxy -e A=b --image-tag 1",
    ]) {
      const [run, ...others] = runsOf(call(options));
      expect(others).toEqual([]);
      expect(run).toMatchObject({
        args: ["exec", "x"],
        awfVersion: "1",
        awf: { enablesApiProxy: true, imageTag: "1", variables: new Map([["A", "b"]]) },
      });
    }
  });

  test("do not include those of the command that AWF starts", () => {
    expect(runsOf("awf -- codex exec --enable-api-proxy --env-all --build-local --env A=b")).toMatchObject([
      {
        awf: { enablesApiProxy: false, passesEnvironment: false, buildsLocally: false, variables: new Map() },
      },
    ]);
  });

  test("set variables of the container, and the last value wins", () => {
    expect(runsOf("awf --env A=a --env B=1=2 -e C= --env B=3 -- codex exec x")).toMatchObject([
      {
        awf: {
          variables: new Map([
            ["A", "a"],
            ["B", "3"],
            ["C", ""],
          ]),
        },
      },
    ]);
  });

  test("start nothing if a variable has no value or the env file is missing", () => {
    expect(runsOf("awf --env A -- codex exec x")).toEqual([]);
    expect(runsOf("awf --env-file /tmp/none -- codex exec x")).toEqual([]);
  });

  test("determine the container's environment, build, and configuration", () => {
    const options = "--env-all --exclude-env A --exclude-env=B --build-local --config /a --config /b";
    expect(runsOf(`awf ${options} -- codex exec x`)).toMatchObject([
      {
        awf: {
          passesEnvironment: true,
          excluded: new Set(["A", "B"]),
          buildsLocally: true,
          configPath: "/b",
          imageTag: undefined,
        },
      },
    ]);
    expect(runsOf("awf codex exec x")).toMatchObject([
      { awf: { passesEnvironment: false, excluded: new Set(), buildsLocally: false, configPath: undefined } },
    ]);
  });

  test.each([
    "awf",
    "awf --",
    "awf --enable-api-proxy",
    "awf --env",
    "nice --",
    "a -- b -- c",
    "awf logs --",
  ])("start nothing without a command: %s", (script) => {
    expect(runsOf(`${script}\ntrue # codex exec`)).toEqual([]);
  });

  test.each(["logs", "check", "version", "help", "predownload"])(
    "start a command named `%s` only after `--`",
    (subcommand) => {
      expect(runsOf(`awf ${subcommand} codex exec x`, { CODEX_HOME: "/x" })).toEqual([]);
      expect(runsOf(`awf -- ${subcommand} codex exec x`, { CODEX_HOME: "/x" })).toHaveLength(1);
    },
  );
});

describe("AWF's configuration", () => {
  const call = "awf --config /c.json -- codex exec x";

  test.each([
    ["is missing", ""],
    ["is not JSON", "echo '{' > /c.json\n"],
    ["is not an object", "echo 'null' > /c.json\n"],
    ["has no section for the API proxy", "echo '{}' > /c.json\n"],
    ["has a section that is not an object", `echo '{"apiProxy": true}' > /c.json\n`],
    ["has a string in place of a boolean", `echo '{"apiProxy": {"enabled": "true"}}' > /c.json\n`],
    ["has another key", `echo '{"apiProxy": {"on": true}}' > /c.json\n`],
  ])("leaves the API proxy off if it %s", (_, script) => {
    expect(runsOf(`${script}${call}`)).toMatchObject([{ apiProxy: { on: false } }]);
  });

  test("is found relative to the script's current folder", () => {
    const script = `echo '{"apiProxy": {"enabled": true}}' > /d/c.json\ncd /d\n${call.replace("/c", "c")}`;
    expect(runsOf(script)).toMatchObject([{ apiProxy: { on: true, because: "configuration" } }]);
  });
});
