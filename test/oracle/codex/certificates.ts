import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const hosts = [
  "api.openai.com",
  "chatgpt.com",
  "*.chatgpt.com",
  "*.openai.com",
  "github.com",
  "*.github.com",
];

let made: Promise<string> | undefined;

/**
 * A folder with a certificate authority (`ca.crt`) and a certificate for the hosts that Codex connects to (`server.crt`,
 * `server.key`). Each process creates its own and deletes them when it ends. Only the sandbox trusts them.
 */
export function certificates(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gh-aw-lint-certificates-"));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (name: string): string => join(folder, name);
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const names = `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(",")}\nextendedKeyUsage=serverAuth\n`;
  await writeFile(at("extensions"), names);
  await openssl(
    "req",
    "-x509",
    ...newKey,
    "-days",
    "2",
    "-keyout",
    at("ca.key"),
    "-out",
    at("ca.crt"),
    "-subj",
    "/CN=gh-aw-lint test authority",
    "-addext",
    "basicConstraints=critical,CA:TRUE",
    "-addext",
    "keyUsage=critical,keyCertSign,cRLSign",
  );
  await openssl(
    "req",
    ...newKey,
    "-keyout",
    at("server.key"),
    "-out",
    at("server.csr"),
    "-subj",
    "/CN=api.openai.com",
  );
  await openssl(
    "x509",
    "-req",
    "-in",
    at("server.csr"),
    "-CA",
    at("ca.crt"),
    "-CAkey",
    at("ca.key"),
    "-CAcreateserial",
    "-days",
    "2",
    "-extfile",
    at("extensions"),
    "-out",
    at("server.crt"),
  );
  // Nothing needs the authority's key after the certificate is signed.
  await rm(at("ca.key"));
  return folder;
}

async function openssl(...args: readonly string[]): Promise<void> {
  await run("openssl", args);
}
