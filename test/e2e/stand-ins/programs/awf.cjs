#!/usr/bin/env node
// Stands in for AWF: runs the command in the environment that AWF's container has, without a container.
const { spawnSync } = require("node:child_process");
const { readFileSync } = require("node:fs");

/** Until here the container got no placeholder for the keys that the API proxy holds. */
const LAST_WITHOUT_PLACEHOLDERS = [0, 25, 26];

const args = process.argv.slice(2);
const separator = args.indexOf("--");
const command =
  separator === -1 ? args.slice(-1).filter((word) => /\s/.test(word)) : args.slice(separator + 1);
// `awf logs summary` and the like start nothing.
if (command.length === 0) process.exit(0);

const options = separator === -1 ? args.slice(0, -1) : args.slice(0, separator);
const env = options.includes("--env-all")
  ? { ...process.env }
  : { PATH: process.env.PATH, HOME: process.env.HOME };
for (const name of valuesOf("--exclude-env")) delete env[name];
for (const variable of [...valuesOf("--env"), ...valuesOf("-e")]) {
  const equals = variable.indexOf("=");
  if (equals > 0) env[variable.slice(0, equals)] = variable.slice(equals + 1);
}
env.OPENAI_BASE_URL = "http://172.30.0.30:10000";
if (givesPlaceholders(readFileSync("/e2e/awf-version", "utf8"))) {
  env.OPENAI_API_KEY = "placeholder";
  env.CODEX_API_KEY = "placeholder";
}

const [program, ...rest] = command.length === 1 ? ["/bin/bash", "-c", ...command] : command;
const { status, error } = spawnSync(program, rest, { env, stdio: "inherit" });
if (error) console.error(error.message);
process.exit(status ?? 1);

function valuesOf(name) {
  return options.flatMap((word, index) => {
    if (word === name) return [options[index + 1] ?? ""];
    return word.startsWith(`${name}=`) ? [word.slice(name.length + 1)] : [];
  });
}

function givesPlaceholders(version) {
  const numbers = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
  if (!numbers) return true;
  const place = numbers.findIndex((number, index) => number !== LAST_WITHOUT_PLACEHOLDERS[index]);
  return place !== -1 && numbers[place] > LAST_WITHOUT_PLACEHOLDERS[place];
}
