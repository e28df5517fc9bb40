// Reads the JSON that gh-aw's newest compilers write instead of TOML, and writes it to Codex's file.
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");

/** The JSON of this step's variable, or the file that an earlier step saved; `undefined` in older lock files. */
function compiledJson() {
  const { GH_AW_CODEX_CONFIG_JSON: json, GH_AW_CODEX_CONFIG: path } = process.env;
  if (json) return JSON.parse(json);
  return path && existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

function compiledConfig() {
  const json = compiledJson();
  return json && merge(json.defaults ?? {}, expand(json.overrides ?? {}));
}

const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function merge(base, overrides) {
  const merged = { ...base };
  for (const [key, value] of Object.entries(overrides)) {
    merged[key] = isTable(merged[key]) && isTable(value) ? merge(merged[key], value) : value;
  }
  return merged;
}

function expand(value) {
  if (typeof value === "string") return value.replace(/\$\{(\w+)\}/g, (_, name) => process.env[name] ?? "");
  if (Array.isArray(value)) return value.map(expand);
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner)]));
}

/** A JSON string is a TOML string; a table is written on one line. */
function tomlValue(value) {
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(", ")}]`;
  if (!isTable(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value).map(tomlPair).join(", ")} }`;
}

const tomlPair = ([key, value]) => `${JSON.stringify(key)} = ${tomlValue(value)}`;

function writeConfig(path, config) {
  writeText(
    path,
    Object.entries(config)
      .map((pair) => `${tomlPair(pair)}\n`)
      .join(""),
  );
}

function writeText(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode: 0o600 });
}

module.exports = { compiledConfig, compiledJson, tomlValue, writeConfig, writeText };
