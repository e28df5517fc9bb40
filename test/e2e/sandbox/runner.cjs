// Stands in for GitHub's runner: runs a job's scripts in order and hands `$GITHUB_ENV` on from each to the next.
const { spawnSync } = require("node:child_process");
const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");

const { environment, steps } = JSON.parse(readFileSync("/e2e/job.json", "utf8"));
const exported = {};
const results = steps.map((step, index) => {
  writeFileSync("/e2e/current-step", String(step.index));
  const script = `/e2e/script-${index}.sh`;
  writeFileSync(script, step.script);
  for (const name of ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"]) {
    environment[name] = `/e2e/commands/${name}-${index}`;
    mkdirSync("/e2e/commands", { recursive: true });
    writeFileSync(environment[name], "");
  }
  const [program, ...args] = step.shell.split(" ").map((word) => word.replace("{0}", script));
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: environment.GITHUB_WORKSPACE,
    env: { ...environment, ...step.outerEnvironment, ...exported, ...step.environment },
    encoding: "utf8",
    input: "",
    timeout: 60_000,
  });
  Object.assign(exported, variablesIn(readFileSync(environment.GITHUB_ENV, "utf8")));
  const output = `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`.trim();
  return { index: step.index, status, output };
});
writeFileSync("/e2e/results.json", JSON.stringify(results));

/** `NAME=value`, and `NAME<<DELIMITER` with lines up to the delimiter. */
function variablesIn(text) {
  const variables = {};
  const lines = text.split("\n");
  while (lines.length > 0) {
    const line = lines.shift();
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    if (heredoc) {
      const end = lines.indexOf(heredoc[2]);
      variables[heredoc[1]] = lines.splice(0, end === -1 ? lines.length : end).join("\n");
      lines.shift();
    } else if (line.includes("=")) {
      variables[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    }
  }
  return variables;
}
