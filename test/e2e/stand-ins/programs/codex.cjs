#!/usr/bin/env node
// Stands in for Codex: notes how it was called, and what it would have read.
const { existsSync, readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const home = process.env.CODEX_HOME || join(process.env.HOME ?? "/home/runner", ".codex");
const config = join(home, "config.toml");
const call = {
  step: Number(readFileSync("/e2e/current-step", "utf8")),
  args: process.argv.slice(2),
  env: process.env,
  config: existsSync(config) ? readFileSync(config, "utf8") : null,
};
const number = String(readdirSync("/e2e/calls").length).padStart(3, "0");
writeFileSync(`/e2e/calls/${number}.json`, JSON.stringify(call));
