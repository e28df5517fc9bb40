import type { Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { domains, models } from "./domains-and-models.js";
import { padded } from "./padded.js";

/** In its order: Codex goes through the proxy. */
export const sound = "v0.70.0";
/** Codex goes to api.openai.com, and a fix is offered. */
export const broken = "v0.69.0";

/** A lock file of a generation that runs Codex, of about a size in bytes. */
export function codexFile(compiler: Compiler, size: number): string {
  return padded(withLists(lockFile({ compiler })), size);
}

/** AWF's configuration as long as it is in reality. */
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
