import type { CallWord, CommandCall } from "../command-call.js";
import { sliceValue, textValue, type Unknown } from "../values/value.js";
import { behindCorepack, runsOtherProgram } from "./command-runners.js";
import { taintFilesOfDocker } from "./docker.js";
import { taintFilesOfCurl, taintFilesOfWget } from "./downloads.js";
import { runsExtension } from "./gh.js";
import { taintFilesOfGit } from "./git.js";
import { runsScriptsOfFolder } from "./install-scripts.js";
import {
  taintFilesOfAwk,
  taintFilesOfNode,
  taintFilesOfPython,
  taintFilesOfShell,
  taintFilesOfYq,
} from "./interpreters.js";
import { asNpx, taintFilesOfNpx } from "./npx.js";
import { taintOperands, taintWords } from "./taint-operands.js";
import { optionValues } from "./options.js";
import { managesPackages } from "./package-managers.js";
import { taintAll, taintPaths } from "./taint.js";

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

/** Makes unknown what a call may write. */
type Writer = (call: CommandCall, unknown: Unknown) => void;

/** What single programs may write, their output aside. */
const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ["git", taintFilesOfGit],
  ["curl", taintFilesOfCurl],
  ["wget", taintFilesOfWget],
  ["docker", taintFilesOfDocker],
  ["podman", taintFilesOfDocker],
  ["npx", taintFilesOfNpx],
  ["pnpx", taintFilesOfNpx],
  ["bunx", taintFilesOfNpx],
  ["gh", taintFilesOfGitHubCommand],
  ["corepack", taintFilesOfCorepack],
  ["sort", taintOutput],
  ["openssl", taintOutput],
  ["gpg", taintOutput],
  ["tar", taintFilesOfTar],
  ["unzip", taintOperands],
  ["7z", taintOperands],
  ["rsync", taintOperands],
  ["scp", taintOperands],
  ["gunzip", taintUnpacked],
  ["gzip", taintUnpacked],
  ["split", taintOperands],
  ["csplit", taintOperands],
  ["patch", taintOperands],
  ["dd", taintOperands],
  ["truncate", taintOperands],
  ["shred", taintOperands],
  ["zip", taintOperands],
  ["xz", taintUnpacked],
  ["bzip2", taintUnpacked],
  ["sponge", taintOperands],
  ["dos2unix", taintOperands],
  ["ex", taintOperands],
  ["vi", taintOperands],
  ["python", taintFilesOfPython],
  ["python3", taintFilesOfPython],
  ["node", taintFilesOfNode],
  ["bash", taintFilesOfShell],
  ["sh", taintFilesOfShell],
  ["awk", taintFilesOfAwk],
  ["gawk", taintFilesOfAwk],
  ["mawk", taintFilesOfAwk],
  ["yq", taintFilesOfYq],
  ["xxd", taintWords],
  ["uniq", taintWords],
  ["codex", taintNothing],
  ["awf", taintNothing],
]);

/** Makes the files unknown that a program may write, its output aside. */
export function taintWrittenFiles(call: CommandCall, unknown: Unknown): void {
  const writer = WRITERS.get(call.name);
  const npx = asNpx(call);
  if (writer) writer(call, unknown);
  else if (npx) taintFilesOfNpx(npx, unknown);
  else if (runsOtherProgram(call)) taintAll(call, unknown);
  else if (isReader(call.name)) taintPaths(call, optionValues(call, ["-o", "--output"]), unknown);
  else if (runsScriptsOfFolder(call)) taintAll(call, unknown);
  else if (isNpmInit(call)) taintPackageManifest(call, unknown);
  else if (!managesPackages(call) && !printsVersion(call)) taintAll(call, unknown);
}

function taintNothing(): void {
  // What they write is not Codex's configuration.
}

function taintOutput(call: CommandCall, unknown: Unknown): void {
  taintPaths(call, optionValues(call, ["-o", "--output"]), unknown);
  // OpenSSL's options have one dash.
  taintPaths(
    call,
    call.words.filter((_, at) => /^-(?:out|keyout)$/.test(call.words[at - 1]?.value ?? "")),
    unknown,
  );
}

function taintFilesOfGitHubCommand(call: CommandCall, unknown: Unknown): void {
  if (runsExtension(call)) taintAll(call, unknown);
  else if (call.words.some(({ value }) => /^(?:download|clone|checkout|extension)$/.test(value)))
    taintOperands(call, unknown);
}

function taintFilesOfCorepack(call: CommandCall, unknown: Unknown): void {
  const managed = behindCorepack(call);
  if (managed) taintWrittenFiles(managed, unknown);
}

/** `gunzip file.gz` writes `file`. */
function taintUnpacked(call: CommandCall, unknown: Unknown): void {
  taintOperands(call, unknown);
  const files = call.words.slice(1).flatMap((word) => {
    const suffix = /\.(?:gz|xz|bz2|lzma|Z)$/.exec(word.text.text.text);
    return suffix ? [{ ...word, text: sliceValue(word.text, 0, suffix.index) }] : [];
  });
  taintPaths(call, files, unknown);
}

function taintFilesOfTar(call: CommandCall, unknown: Unknown): void {
  if (call.words.some(({ value }) => /^--(?:to-command|checkpoint-action)\b/.test(value)))
    taintAll(call, unknown);
  else taintOperands(call, unknown);
}

/** Whether a call only prints the program's version or help. */
function printsVersion({ words }: CommandCall): boolean {
  return words.length === 2 && /^(?:--version|-v|-V|version|--help)$/.test(words[1]?.value ?? "");
}

/** `npm init` without an operand; with one, it runs a package. */
function isNpmInit({ name, words }: CommandCall): boolean {
  return name === "npm" && words[1]?.value === "init" && words.slice(2).every(isOption);
}

function taintPackageManifest(call: CommandCall, unknown: Unknown): void {
  const text = textValue("package.json", call.origin);
  taintPaths(call, [{ ...call.words[0], value: "package.json", text }], unknown);
}

function isOption({ value, maySplit }: CallWord): boolean {
  return value.startsWith("-") && !maySplit;
}
