import { fileURLToPath } from "node:url";
import type { Outcome } from "@gh-aw-lint/core";
import { mkdir } from "node:fs/promises";
import type { Sandbox, SandboxOptions } from "../sandbox/index.js";
import { certificates } from "./certificates.js";
import { codexFolder, installCodex } from "./install-codex.js";
import { errorOf, outcomeOf, type Ended, type Seen } from "./verdict.js";

/** What the real Codex did. */
export interface CodexVerdict {
  readonly outcome: Outcome;
  /** The lines of the first error that Codex printed; `null` if there was none. */
  readonly error: readonly string[] | null;
  readonly status: number;
}

const internet = fileURLToPath(new URL("internet.mjs", import.meta.url));
const authority = "/runner/certificates/ca.crt";
const log = "internet.jsonl";
const proxyMark = `${log}.proxy`;

/** The requirements of the real Codex in a sandbox. */
export async function codexSandboxOptions(): Promise<Pick<SandboxOptions, "attached" | "links">> {
  await mkdir(codexFolder, { recursive: true });
  return {
    attached: {
      "/runner/certificates": await certificates(),
      "/runner/codex": codexFolder,
      "/runner/internet.mjs": internet,
    },
    links: { "/etc/ssl/certs/ca-certificates.crt": authority },
  };
}

/** Starts the stand-ins for AWF's API proxy and the internet, with the addresses of host names; the next reset ends them. */
export async function startInternet(sandbox: Sandbox, names: readonly string[] = []): Promise<void> {
  const start = `
/runner/node /runner/internet.mjs /runner/control/${log} /runner/certificates "$@" &
for _ in {1..500}; do
  if grep -qs ready /runner/control/${log}; then exit; fi
  sleep 0.02
done
exit 1`;
  const { status, output } = await sandbox.run({
    argv: ["/bin/bash", "-pc", start, "internet", ...names],
    environment: { PATH: "/usr/bin:/bin" },
    folder: "/",
    seconds: 30,
  });
  if (status !== 0) throw new Error(`The stand-in for the internet does not start: ${output}`);
}

/** The command that starts a release of Codex in a sandbox, and the certificates to trust. Fetches the release if necessary. */
export async function codexCommand(version: string, args: readonly string[]): Promise<readonly string[]> {
  await installCodex(version);
  return [
    "/usr/bin/timeout",
    "-k",
    "5",
    "90",
    "/usr/bin/env",
    ...[`SSL_CERT_FILE=${authority}`, `CODEX_CA_CERTIFICATE=${authority}`],
    `/runner/codex/${version}/codex`,
    ...args,
  ];
}

/**
 * Calls a function in which one Codex runs, and returns what Codex did.
 *
 * @param hasProxy whether AWF's API proxy is on
 */
export async function judged(
  sandbox: Sandbox,
  hasProxy: boolean,
  run: () => Promise<Ended>,
): Promise<CodexVerdict> {
  if (hasProxy) await sandbox.control.write(proxyMark, "");
  else await sandbox.control.remove(proxyMark);
  const before = (await sandbox.control.read(log)).length;
  const ended = await run();
  const seen = (await sandbox.control.read(log))
    .slice(before)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Seen);
  return { outcome: outcomeOf(seen, ended), error: errorOf(ended), status: ended.status };
}
