import type { Outcome } from "@gh-aw-lint/core";
import { stripVTControlCharacters } from "node:util";

/** What the stand-in for the internet saw. */
export interface Seen {
  readonly place: "proxy" | "internet" | "here";
  readonly kind: string;
  readonly method?: string;
  readonly host?: string;
  readonly path?: string;
}

/** Codex's output and exit code. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where Codex connected. Without an answer, or if Codex does not start, the outcome is `refused`. */
export function outcomeOf(seen: readonly Seen[], { status }: Ended): Outcome {
  const asksForAnswer = ({ kind, method, path = "" }: Seen): boolean =>
    kind === "http" && method === "POST" && (path.split("?")[0] ?? "").endsWith("/responses");
  const isOpenAi = ({ host = "" }: Seen): boolean => /(?:api\.openai|chatgpt)\.com(?::443)?$/.test(host);
  const proxy = seen.filter(({ place }) => place === "proxy");
  const internet = seen.filter(({ place }) => place === "internet");
  if (internet.some((each) => asksForAnswer(each) || (each.kind === "websocket" && isOpenAi(each))))
    return "direct";
  if (!proxy.some(asksForAnswer) || status !== 0) return "refused";
  return proxy.some(({ kind }) => kind === "websocket") ? "websocket" : "proxied";
}

/** Lines of standard error that are not part of an error. */
const besides =
  /could not (?:update|create) PATH|Reading additional input|failed to refresh available models/;

/** The first error that Codex printed; for a configuration error, up to three lines. */
export function errorOf({ stderr }: Ended): readonly string[] | null {
  const lines = stripVTControlCharacters(stderr)
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !besides.test(line));
  const hasStarted = lines.some((line) => line.startsWith("provider: "));
  const error = hasStarted ? lines.filter((line) => reason.test(line)).slice(0, 1) : lines.slice(0, 3);
  return error.length > 0 ? error.map(withoutPlace) : null;
}

/** Errors that name a cause, after Codex has started. Other errors only count its attempts. */
const reason =
  /Missing environment variable|stream disconnected|websocket: HTTP error|\brmcp::transport::worker: worker quit/;

/** Removes times and folders, which differ in each run. */
function withoutPlace(line: string): string {
  return line
    .replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z\s+/, "")
    .replaceAll(/(?:\/[\w.-]+)+\/config\.toml/g, "config.toml")
    .slice(0, 400);
}
