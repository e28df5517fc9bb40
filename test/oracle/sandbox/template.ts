import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Paths inside the sandbox, as on GitHub's runners. */
export const home = "/home/runner";
export const runnerTemp = "/home/runner/work/_temp";
export const workspace = "/home/runner/work/repository/repository";
export const toolCache = "/opt/hostedtoolcache";

const folders: readonly string[] = [
  "/etc/ssl/certs",
  "/root",
  "/run",
  "/tmp",
  "/usr/local/bin",
  "/usr/local/lib/node_modules",
  "/usr/local/sbin",
  "/usr/local/share",
  "/var/lib",
  "/var/log",
  "/var/tmp",
  runnerTemp,
  toolCache,
  workspace,
];

const files: Readonly<Record<string, string>> = {
  "/etc/group": "root:x:0:\nrunner:x:1001:\nnogroup:x:65534:\n",
  "/etc/hosts": "127.0.0.1 localhost api.openai.com chatgpt.com\n172.30.0.1 host.docker.internal\n",
  "/etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
  "/etc/os-release": 'ID=ubuntu\nVERSION_ID="24.04"\n',
  // A step's user is root here: what asks for its home gets that of the runner's user, which stands first.
  "/etc/passwd": [
    "runner:x:0:0::/home/runner:/bin/bash",
    "root:x:0:0:root:/root:/bin/bash",
    "nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin",
    "",
  ].join("\n"),
  "/etc/resolv.conf": "nameserver 127.0.0.1\n",
};

const links: Readonly<Record<string, string>> = {
  "/etc/alternatives": "/runner/alternatives",
  "/etc/mtab": "/proc/mounts",
  "/usr/local/bin/node": "/runner/node",
};

/** Files of this machine that its programs need, for example to find their libraries. Distributions lack some of them. */
const copied: readonly string[] = ["/etc/ld.so.cache", "/etc/localtime", "/etc/protocols", "/etc/services"];

/** The read-only mounts of a sandbox, by their path in the sandbox. */
export function attachedByAll(): Readonly<Record<string, string>> {
  return {
    "/runner/node": process.execPath,
    ...(existsSync("/etc/alternatives") && { "/runner/alternatives": "/etc/alternatives" }),
  };
}

/** The content of the root folder in addition to that of all sandboxes, by the path in the sandbox. */
export interface TemplateContent {
  /** Files of this machine, which become executable in the sandbox. */
  readonly programs: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
}

/** Fills a folder with the initial content of a sandbox's root folder. */
export async function fillTemplate(template: string, content: TemplateContent): Promise<void> {
  for (const folder of folders) await mkdir(join(template, folder), { recursive: true });
  for (const folder of ["tmp", "var/tmp"]) await chmod(join(template, folder), 0o1777);
  for (const [path, text] of Object.entries(files)) await writeFile(join(template, path), text);
  for (const [path, target] of Object.entries({ ...links, ...content.links })) {
    await symlink(target, join(template, path));
  }
  for (const path of copied) if (existsSync(path)) await copyFile(path, join(template, path));
  for (const [path, source] of Object.entries(content.programs)) {
    const target = join(template, path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(source, target);
    await chmod(target, 0o755);
  }
}
