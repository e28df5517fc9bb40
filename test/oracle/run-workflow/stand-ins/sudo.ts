import type { Answer, Call } from "./call.js";
import { hasOption, sortWords, valuesOf } from "./options.js";

/** `secure_path` in Ubuntu's `/etc/sudoers`: replaces the caller's search path. */
const securePath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin";

const withValue = new Set([
  "-C",
  "-D",
  "-g",
  "-h",
  "-p",
  "-R",
  "-r",
  "-T",
  "-t",
  "-U",
  "-u",
  "--group",
  "--user",
]);

/** With `env_reset`, sudo keeps these without `-E` (sudoers(5), "Command environment"). */
const kept = /^(?:COLORTERM|DISPLAY|LANG|LANGUAGE|LC_\w+|TERM|TZ|XAUTHORITY)$/;

/** `sudo` as on a GitHub runner: for any command, without a password, with `SETENV`. In a sandbox, everything runs as root. */
export function sudo({ args, env }: Call): Answer {
  const words = sortWords(args, { withValue, stopsAtOperand: true });
  const user = valuesOf(words, "-u", "--user").at(-1) ?? "root";
  // `--preserve-env=A,B` names variables; `-E` may be combined with other flags, as in `-nE`.
  const named = valuesOf(words, "--preserve-env").flatMap((list) => list.split(","));
  const preservesAll = words.options.some(
    ({ name, value }) => (name === "--preserve-env" && value === undefined) || /^-[A-Za-z]*E/.test(name),
  );
  const assigned: Record<string, string> = {};
  const command = [...words.operands];
  while (/^[A-Za-z_]\w*=/.test(command[0] ?? "")) {
    const word = command.shift() ?? "";
    assigned[word.slice(0, word.indexOf("="))] = word.slice(word.indexOf("=") + 1);
  }
  const home = user === "runner" ? "/home/runner" : "/root";
  const variables = {
    ...Object.fromEntries(
      Object.entries(env).filter(([name]) => preservesAll || kept.test(name) || named.includes(name)),
    ),
    ...((!preservesAll && !named.includes("HOME")) || hasOption(words, "-H", "--set-home")
      ? { HOME: home }
      : {}),
    LOGNAME: user,
    USER: user,
    PATH: securePath,
    SUDO_COMMAND: command.join(" "),
    SUDO_GID: "1001",
    SUDO_UID: "1001",
    SUDO_USER: "runner",
    ...assigned,
  };
  if (hasOption(words, "-s", "--shell", "-i", "--login")) {
    command.splice(0, command.length, "/bin/bash", ...(command.length > 0 ? ["-c", command.join(" ")] : []));
  }
  return ["/usr/bin/env", "-i", ...Object.entries(variables).map((pair) => pair.join("=")), ...command];
}
