import ghAw from "eslint-plugin-gh-aw";
import { ruleTester } from "../../support/rule-tester.js";

const directive = "# eslint-disable-next-line gh-aw/codex-websocket-401 -- known";

/** A job that runs a script, and Codex in AWF so that the file is linted. */
const job = (script: string, shell = "|"): string => `jobs:
  agent:
    steps:
      - run: awf -- codex exec hello
      - run: ${shell}
${script.replace(/^(?=.)/gm, "          ")}`;

ruleTester.run("misplaced-directive", ghAw.rules["misplaced-directive"], {
  valid: [
    { name: "above a command", code: job(`${directive}\nawf \\\n  -- echo hi\n`) },
    { name: "after a complete command", code: job(`awf \\\n  -- echo hi\n${directive}\necho\n`) },
    { name: "after two backslashes", code: job(`echo a\\\\\n${directive}\necho\n`) },
    { name: "another comment", code: job("awf \\\n  # a word about eslint\n  -- echo hi\n") },
    { name: "a folded scalar, whose lines YAML joins", code: job(`awf \\\n${directive}\n`, ">") },
    { name: "YAML", code: `# a \\\n${directive}\n${job("echo\n")}` },
  ],
  invalid: [
    {
      name: "between two lines of a command",
      code: job(`awf --enable-api-proxy \\\n  ${directive}\n  -- echo hi\n`),
      output: job(`${directive}\nawf --enable-api-proxy \\\n  -- echo hi\n`),
      errors: [
        {
          messageId: "directiveInCommand",
          data: { line: "6", remedy: "Move it above line 6, where it covers the whole command." },
          line: 7,
          column: 13,
        },
      ],
    },
    {
      name: "after several lines of a command, in a branch",
      code: job(`if true; then\n  awf \\\n    --env-all \\\n${directive}\n    -- echo hi\nfi\n`),
      output: job(`if true; then\n  ${directive}\n  awf \\\n    --env-all \\\n    -- echo hi\nfi\n`),
      errors: [{ messageId: "directiveInCommand", line: 9 }],
    },
    {
      name: "inside the script of `bash -c`",
      code: job(`awf -- bash -c 'echo \\\n${directive}\n  hi'\n`),
      output: job(`${directive}\nawf -- bash -c 'echo \\\n  hi'\n`),
      errors: [{ messageId: "directiveInCommand", line: 7 }],
    },
    {
      name: "with CRLF",
      code: job(`awf \\\n${directive}\n  -- echo hi\n`).replace(/\n/g, "\r\n"),
      output: job(`${directive}\nawf \\\n  -- echo hi\n`).replace(/\n/g, "\r\n"),
      errors: [{ messageId: "directiveInCommand", line: 7 }],
    },
  ],
});
