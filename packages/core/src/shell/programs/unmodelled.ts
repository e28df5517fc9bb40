import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { unknownContent } from "../files/content.js";
import { baseName } from "../files/path.js";
import { inSubshell } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { sliceValue, textValue } from "../values/value.js";
import { reachOfCurl, reachOfDocker, reachOfWget } from "./downloads.js";
import { reachOfGit } from "./git.js";
import { optionValues } from "./options.js";
import { outputOf } from "./output.js";
import { asInstaller } from "./installers.js";
import { runsScriptsOfFolder } from "./install-scripts.js";
import { integerPrintedBy } from "./integer-output.js";
import { isGhAwScript, taintAll, taintDirectory, taintNamedFiles, taintPaths } from "./taint.js";
import { managesPackages } from "./package-managers.js";
import { printsOnly } from "./one-liners.js";

/** Programs that write no file beside their output. */
const READERS: ReadonlySet<string> = new Set(
  (
    "stat file less more egrep fgrep diff cmp sha1sum sha256sum sha512sum md5sum cksum awk gawk mawk nl " +
    "comm join paste fold fmt column expand tac od xxd hexdump strings base64 base32 jq yq xmllint iconv bc expr factor " +
    "date id whoami groups hostname uname arch nproc uptime free df du ps pgrep env printenv locale tty " +
    "sleep wait kill pkill true false yes sync which type hash getent lsof netstat ss ip ping dig nslookup host nc " +
    "docker podman gh apt apt-get apt-cache dpkg brew snap systemctl service journalctl ufw iptables modprobe sysctl " +
    "chown chgrp chattr setfacl ulimit umask times jobs fg bg disown history alias unalias caller dirs logger " +
    "ls dir vdir tree pidof lscpu lsb_release getopt tput clear seq shuf numfmt usermod useradd groupadd codex awf " +
    "ssh-agent ssh-add fnm nodenv pyenv rbenv " +
    "openssl ssh-keyscan ssh-keygen gpg update-ca-certificates corepack nvm"
  ).split(" "),
);

/** The folders in which a runner's image has programs, those of Homebrew included. */
const IMAGE_FOLDER = /^\/(?:(?:usr\/(?:local\/)?)?s?bin|home\/linuxbrew\/\.linuxbrew\/bin)\//;

/** Runs a program that is not modelled: its output and the files that it may write become unknown. */
export function runUnmodelled(call: CommandCall, shell: Shell): Status {
  const { name } = call;
  const [word] = call.words;
  // No program has such a name: this is an assignment after a launcher that sets no variables.
  if (word.isKnown && /^\w+=[^/]*$/.test(word.value)) return 127;
  const unknown = asInstaller(call, outputOf(call));
  const integer = integerPrintedBy(call);
  shell.print(call, unknownContent(integer === undefined ? unknown : { ...unknown, integer }));
  if (!word.isKnown) {
    taintAll(call, { ...unknown, what: `\`${word.value}\`` });
    return unknown;
  }
  const isByPath = word.value.includes("/") && !IMAGE_FOLDER.test(word.value);
  if (isByPath && !isGhAwScript(word.value)) {
    taintAll(call, { ...unknown, what: `\`${word.value}\`` });
    startAwf(call, shell);
    return unknown;
  }
  reach(call, { ...unknown, what: `\`${name}\`` });
  if (!READERS.has(name)) startAwf(call, shell);
  return unknown;
}

/** Assumes that a program with a call of AWF in its words also runs that call. */
function startAwf(call: CommandCall, shell: Shell): void {
  const at = call.words.findIndex(
    (word, index) => index > 0 && word.isKnown && baseName(word.value) === "awf",
  );
  const words = call.words.slice(at === -1 ? call.words.length : at);
  if (!words.some(({ value }) => value === "--")) return;
  inSubshell(call.state, () => shell.runWords(call, words));
}

function reach(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
  const { name } = call;
  switch (name) {
    case "git":
      reachOfGit(call, unknown);
      return;
    case "curl":
      reachOfCurl(call, unknown);
      return;
    case "wget":
      reachOfWget(call, unknown);
      return;
    case "docker":
    case "podman":
      reachOfDocker(call, unknown);
      return;
    case "gh":
      if (call.words.some(({ value }) => /^(?:download|clone|checkout|extension)$/.test(value)))
        taintWritten(call, unknown);
      return;
    case "sort":
    case "openssl":
    case "gpg":
      taintPaths(call, optionValues(call, ["-o", "--output"]), unknown);
      // OpenSSL's options have one dash.
      taintPaths(
        call,
        call.words.filter((_, at) => /^-(?:out|keyout)$/.test(call.words[at - 1]?.value ?? "")),
        unknown,
      );
      return;
    case "tar":
      if (call.words.some(({ value }) => /^--(?:to-command|checkpoint-action)\b/.test(value)))
        taintAll(call, unknown);
      else taintWritten(call, unknown);
      return;
    case "unzip":
    case "7z":
    case "rsync":
    case "scp":
    case "gunzip":
    case "gzip":
    case "split":
    case "csplit":
    case "patch":
    case "dd":
    case "truncate":
    case "shred":
    case "zip":
    case "xz":
    case "bzip2":
    case "sponge":
    case "dos2unix":
    case "ex":
    case "vi":
      taintWritten(call, unknown);
      return;
    case "python":
    case "python3":
      if (/^-m$/.test(call.words[1]?.value ?? "") && /^(?:pip|venv)$/.test(call.words[2]?.value ?? ""))
        taintWritten(call, unknown);
      else if (!printsOnly(call)) taintAll(call, unknown);
      return;
    case "node":
    case "bash":
    case "sh":
      if (call.words.slice(1).some((word) => word.isKnown && isGhAwScript(word.value))) return;
      if (
        name === "node" &&
        call.words.slice(1).every(({ value }) => value === "--version" || value === "-v")
      )
        return;
      if (name === "node" && printsOnly(call)) return;
      taintAll(call, unknown);
      return;
    case "awk":
    case "gawk":
    case "mawk":
      // An AWK program can write files and start commands.
      if (call.words.some(({ value }) => AWK_WRITES.test(value))) taintAll(call, unknown);
      return;
    case "npx":
      reachOfNpx(call, unknown);
      return;
    case "yq":
      if (call.words.some(({ value }) => /^(?:-\w*i|--inplace|--in-place)/.test(value)))
        taintPaths(call, call.words.slice(1), unknown);
      return;
    case "xxd":
    case "uniq":
      taintPaths(call, call.words.slice(1), unknown);
      return;
    case "codex":
    case "awf":
      return;
    default:
      if (READERS.has(name)) {
        taintPaths(call, optionValues(call, ["-o", "--output"]), unknown);
        return;
      }
      if (runsScriptsOfFolder(call)) {
        taintAll(call, unknown);
        return;
      }
      if (managesPackages(call)) return;
      if (name === "npm" && call.words[1]?.value === "init" && call.words.slice(2).every(isOption)) {
        const text = textValue("package.json", call.origin);
        taintPaths(call, [{ ...call.words[0], value: "package.json", text }], unknown);
        return;
      }
      if (call.words.length === 2 && /^(?:--version|-v|-V|version|--help)$/.test(call.words[1]?.value ?? ""))
        return;
      taintAll(call, unknown);
  }
}

/** With an operand, `npm init` runs a package. */
function isOption({ value, maySplit }: CallWord): boolean {
  return value.startsWith("-") && !maySplit;
}

/** `print > file`, `system()`, pipes, programs from a file, and `gawk -i inplace`; not `$1 > 5`. */
const AWK_WRITES = /\bprintf?\b[^;}\n]*>|\bsystem\s*\(|[^|]\|[^|]|^-f|^--file|^inplace$/;

/** npm packages whose programs write at most to the current folder. */
const TOOLS: ReadonlySet<string> = new Set(
  (
    "codex cspell eslint jest markdownlint markdownlint-cli markdownlint-cli2 nx playwright prettier stylelint " +
    "tsc turbo vitest"
  ).split(" "),
);

/** Makes everything unknown that the program of an npm package may write. */
function reachOfNpx(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
  const words = call.words.slice(1).map(({ value }) => value);
  const name = words.find((value) => !value.startsWith("-"))?.replace(/(?<=.)@[\w.^~-]*$/, "");
  if (name === undefined || name === "@openai/codex") return;
  if (TOOLS.has(name)) taintDirectory(call, unknown);
  else taintAll(call, unknown);
}

/** Makes the files and folders in a program's words unknown, and the current folder if no option names one. */
function taintWritten(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
  const folders = optionValues(call, ["-C", "--directory", "-d", "-D", "--dir", "-O", "--output"]);
  const operands = call.words.slice(1).filter(({ value }) => !value.startsWith("-"));
  taintNamedFiles(call, [...folders, ...operands], unknown);
  for (const { value, text } of call.words) {
    const assigned = /^(?:of|--directory|--output)=/.exec(value)?.[0];
    if (assigned !== undefined)
      taintNamedFiles(
        call,
        [{ ...call.words[0], text: sliceValue(text, assigned.length, text.text.text.length) }],
        unknown,
      );
  }
  if (folders.length === 0) taintDirectory(call, unknown);
}
