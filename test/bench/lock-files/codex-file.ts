import type { Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { domains, models } from "./domains-and-models.js";
import { padded } from "./padded.js";

/** A generation whose lock files send Codex through the proxy. */
export const sound = "v0.70.0";
/** A generation whose lock files send Codex to api.openai.com; a fix is offered. */
export const broken = "v0.69.0";

/** A lock file of about this size in bytes that runs Codex, as this generation writes it. */
export function codexFile(compiler: Compiler, size: number): string {
  return padded(withLists(lockFile({ compiler })), size);
}

/** Makes AWF's configuration as long as in real lock files. */
function withLists(text: string): string {
  const short = `{"network":{"allowDomains":["api.openai.com"]},"apiProxy":{`;
  const long = `{"network":{"allowDomains":${JSON.stringify(domains)}},"apiProxy":{"models":${JSON.stringify(models)},`;
  return text
    .replaceAll(escaped(short), escaped(long))
    .replaceAll(" --env-all", ` --allow-domains '${domains.join(",")}' --env-all`);
}

function escaped(json: string): string {
  return json.replaceAll('"', '\\"');
}
