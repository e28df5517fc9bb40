import { spawnSync } from "node:child_process";

const namespaces = ["--mount", "--net", "--pid", "--fork", "--kill-child"];

/** The options of `unshare` that make a sandbox's namespaces: root needs no user namespace. */
export const unshareOptions: readonly string[] =
  process.getuid?.() === 0 ? namespaces : ["--user", "--map-root-user", ...namespaces];

/** The programs that create a sandbox, and their Debian packages. */
const programs: Readonly<Record<string, string>> = {
  bash: "bash",
  chroot: "coreutils",
  ip: "iproute2",
  mount: "mount",
  setpriv: "util-linux",
  timeout: "coreutils",
  unshare: "util-linux",
};

/** Whether a program is installed, also in a folder that only root has in its search path. */
export function isInstalled(program: string): boolean {
  const env = { ...process.env, PATH: `${process.env.PATH ?? ""}:/usr/sbin:/sbin` };
  return spawnSync("bash", ["-c", 'command -v "$1"', "bash", program], { stdio: "ignore", env }).status === 0;
}

/** Why this machine cannot run a sandbox, as a sentence; `undefined` if it can. */
export function whySandboxIsImpossible(): string | undefined {
  if (process.platform !== "linux")
    return `A sandbox needs Linux's namespaces, and this is ${process.platform}.`;
  for (const [program, source] of Object.entries(programs)) {
    if (!isInstalled(program)) return `A sandbox needs \`${program}\`, of the package ${source}.`;
  }
  const { status, stderr } = spawnSync(
    "unshare",
    [...unshareOptions, "bash", "-c", "mount --make-rprivate / && mount -t proc proc /proc"],
    { encoding: "utf8" },
  );
  if (status === 0) return undefined;
  return (
    `A sandbox needs Linux's namespaces, as root or with user namespaces: \`unshare\` says "${stderr.trim()}". ` +
    "On Ubuntu 24.04: `sudo sysctl --write kernel.apparmor_restrict_unprivileged_userns=0`."
  );
}
