import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";

/** A release of Codex on this machine. */
export interface InstalledCodex {
  readonly version: string;
  /** The folder with the binary `codex`. */
  readonly folder: string;
  /** The npm package of the binary, with its version. */
  readonly package: string;
  /** The package's integrity, which matches the published one. */
  readonly integrity: string;
}

const run = promisify(execFile);

/** The folder for downloads: `GH_AW_LINT_CACHE`, or a folder in the user's cache. */
const cache =
  process.env.GH_AW_LINT_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "gh-aw-lint");

/** Contains one folder for each release, named after its version. */
export const codexFolder = join(cache, "codex");

const platforms: Readonly<Record<string, { readonly suffix: string; readonly triple: string }>> = {
  arm64: { suffix: "linux-arm64", triple: "aarch64-unknown-linux-musl" },
  x64: { suffix: "linux-x64", triple: "x86_64-unknown-linux-musl" },
};

const installing = new Map<string, Promise<InstalledCodex>>();

/**
 * Fetches a release with npm, unless it is cached. Throws if npm has no such release, cannot be reached, or sends a package
 * that does not match its published integrity.
 */
export function installCodex(version: string): Promise<InstalledCodex> {
  let installed = installing.get(version);
  if (!installed) {
    installed = find(version).then((found) => found ?? download(version));
    installing.set(version, installed);
  }
  return installed;
}

async function find(version: string): Promise<InstalledCodex | undefined> {
  const folder = join(codexFolder, version);
  if (!existsSync(join(folder, "codex"))) return undefined;
  const source = JSON.parse(await readFile(join(folder, "source.json"), "utf8")) as Omit<
    InstalledCodex,
    "folder"
  >;
  return { ...source, folder };
}

async function download(version: string): Promise<InstalledCodex> {
  const platform = platforms[process.arch];
  if (!platform) throw new Error(`npm has no Codex for Linux on ${process.arch}.`);
  // The first releases are one package for all platforms.
  for (const suffix of [`-${platform.suffix}`, ""]) {
    const name = `@openai/codex@${version}${suffix}`;
    const integrity = await publishedIntegrity(name);
    if (integrity !== undefined) return unpack(version, name, integrity, platform.triple);
  }
  throw new Error(`npm has no Codex ${version}.`);
}

/** The published integrity of a package; `undefined` if there is no such package. */
async function publishedIntegrity(name: string): Promise<string | undefined> {
  try {
    const { stdout } = await run("npm", ["view", name, "dist.integrity", "--json"]);
    const integrity: unknown = stdout.trim() === "" ? undefined : JSON.parse(stdout);
    if (typeof integrity !== "string") throw new Error(`npm has published no integrity of ${name}.`);
    return integrity;
  } catch (error) {
    const { stdout = "", message = "" } = error as { stdout?: string; message?: string };
    if (/\bE404\b/.test(stdout + message)) return undefined;
    throw new Error(`npm cannot be asked for ${name}: ${message}`, { cause: error });
  }
}

async function unpack(
  version: string,
  name: string,
  integrity: string,
  triple: string,
): Promise<InstalledCodex> {
  await mkdir(codexFolder, { recursive: true });
  const folder = await mkdtemp(join(codexFolder, `.${version}-`));
  try {
    await run("npm", ["pack", name, "--pack-destination", folder], { maxBuffer: 2 ** 26 });
    const [archive] = (await readdir(folder)).filter((file) => file.endsWith(".tgz"));
    if (archive === undefined) throw new Error(`npm fetched nothing for ${name}.`);
    await checkIntegrity(join(folder, archive), name, integrity);
    await run("tar", ["-xzf", join(folder, archive), "-C", folder]);
    await rm(join(folder, archive));
    const binary = await findBinary(folder, triple);
    if (binary === undefined) throw new Error(`${name} has no binary for ${triple}.`);
    await symlink(relative(folder, binary), join(folder, "codex"));
    await writeFile(join(folder, "source.json"), JSON.stringify({ version, package: name, integrity }));
    const target = join(codexFolder, version);
    // Another process may have installed it meanwhile.
    await rename(folder, target).catch((error: unknown) => {
      if (!existsSync(join(target, "codex"))) throw error;
    });
    return { version, folder: target, package: name, integrity };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkIntegrity(file: string, name: string, published: string): Promise<void> {
  const [algorithm = ""] = published.split("-", 1);
  const found = `${algorithm}-${createHash(algorithm)
    .update(await readFile(file))
    .digest("base64")}`;
  if (found !== published)
    throw new Error(`${name} is not what npm has published: ${found} instead of ${published}.`);
}

async function findBinary(folder: string, triple: string): Promise<string | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const binaries = entries
    .filter((entry) => entry.isFile() && ["codex", `codex-${triple}`].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return binaries.find((path) => path.includes(triple));
}
