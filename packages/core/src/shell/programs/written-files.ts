import type { CallWord, CommandCall } from "../command-call.js";
import { sliceValue, textValue, type Unknown } from "../values/value.js";
import { taintFilesOfDocker } from "./docker.js";
import { taintFilesOfCurl, taintFilesOfWget } from "./downloads.js";
import { runsExtension } from "./gh.js";
import { taintFilesOfGit } from "./git.js";
import { runsScriptsOfFolder } from "./install-scripts.js";
import { taintFilesOfNpx } from "./npx.js";
import { printsOnly } from "./one-liners.js";
import { optionValues } from "./options.js";
import { managesPackages } from "./package-managers.js";
import { isGhAwScript, taintAll, taintDirectory, taintNamedFiles, taintPaths } from "./taint.js";

/** Programs that write no file but those that `-o` names or that `taintWrittenFiles` treats on their own. */
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

/** Whether a program reads: it starts no other program, and writes at most a file that one of its words names. */
export function isReader(name: string): boolean {
  return READERS.has(name);
}

/** `print > file`, `system()`, pipes, programs from a file, and `gawk -i inplace`; not `$1 > 5`. */
const AWK_WRITES = /\bprintf?\b[^;}\n]*>|\bsystem\s*\(|[^|]\|[^|]|^-f|^--file|^inplace$/;

/** Makes the files unknown that a program may write, its output aside. */
export function taintWrittenFiles(call: CommandCall, unknown: Unknown): void {
  const { name } = call;
  switch (name) {
    case "git":
      taintFilesOfGit(call, unknown);
      return;
    case "curl":
      taintFilesOfCurl(call, unknown);
      return;
    case "wget":
      taintFilesOfWget(call, unknown);
      return;
    case "docker":
    case "podman":
      taintFilesOfDocker(call, unknown);
      return;
    case "gh":
      if (runsExtension(call)) taintAll(call, unknown);
      else if (call.words.some(({ value }) => /^(?:download|clone|checkout|extension)$/.test(value)))
        taintOperands(call, unknown);
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
      else taintOperands(call, unknown);
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
      taintOperands(call, unknown);
      return;
    case "python":
    case "python3":
      if (/^-m$/.test(call.words[1]?.value ?? "") && /^(?:pip|venv)$/.test(call.words[2]?.value ?? ""))
        taintOperands(call, unknown);
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
      taintFilesOfNpx(call, unknown);
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

/** Makes the files and folders in a program's words unknown, and the current folder if no option names one. */
function taintOperands(call: CommandCall, unknown: Unknown): void {
  const names = ["-C", "--directory", "-d", "-D", "--dir", "-O", "--output"];
  const folders = optionValues(call, call.name === "7z" ? [...names, "-o"] : names);
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
