import type { AwfRecord, CodexRunRecord, CodexStart } from "../record.js";
import { awf } from "./awf.js";
import type { Answer, Call, StandIn } from "./call.js";
import { codex, type AnsweredRun } from "./codex.js";
import { npm, npx } from "./npm.js";
import { sortWords, valuesOf } from "./options.js";
import { sudo } from "./sudo.js";

/** The programs with stand-ins, as links to the program that sends the requests. */
export const standInNames: readonly string[] = [
  "awf",
  "bun",
  "bunx",
  "curl",
  "docker",
  "gh",
  "npm",
  "npx",
  "openssl",
  "pnpm",
  "pnpx",
  "sudo",
  "threat-detect",
  "wget",
  "yarn",
];

/** A script that stands in for a program, in any folder. */
export function standInScript(program: string): string {
  return `#!/bin/bash -p\nstand_in=${program}\n. /runner/stand-in\n`;
}

/** @param hasProxy whether AWF's API proxy is on */
export type AskCodex = (start: CodexStart, call: Call, hasProxy: boolean) => Promise<AnsweredRun>;

/** What the stand-ins of a job need to know. */
export interface StandInSettings {
  readonly holdsKey: boolean;
  /** The preinstalled release of AWF. */
  readonly awfVersion: string;
  readonly codexExitCode: number;
  /** Runs the real Codex for a call; without it, Codex does not run. */
  readonly ask: AskCodex | undefined;
  readonly onRun: (run: Omit<CodexRunRecord, "job" | "matrix" | "step">) => void;
}

/** The stand-ins for a job, by program name. */
export function standIns({
  holdsKey,
  awfVersion,
  codexExitCode,
  ask,
  onRun,
}: StandInSettings): (program: string) => StandIn {
  let version = awfVersion;
  const running: AwfRecord[] = [];
  const onContainer = (record: AwfRecord, isRunning: boolean): void => {
    if (isRunning) running.push(record);
    else running.splice(running.indexOf(record), 1);
  };
  return (program) => {
    if (program.startsWith("codex@")) {
      return (call) =>
        codex(call, {
          ask: ask && ((start, asked) => ask(start, asked, running.at(-1)?.apiProxy === "on")),
          exitCode: codexExitCode,
          onStart: (start, answer) => {
            onRun({ ...start, answer, awf: running.at(-1) });
          },
        });
    }
    switch (program) {
      case "awf":
        return (call) => awf(call, { version, holdsKey, onContainer });
      case "install_awf_binary.sh":
        return ({ args }) => {
          version = args.find((word) => /^v?\d/.test(word)) ?? "latest";
          return ["/bin/true"];
        };
      case "bun":
      case "npm":
      case "pnpm":
      case "yarn":
        return npm;
      case "bunx":
      case "npx":
      case "pnpx":
        return npx;
      case "openssl":
        return () => ["/bin/echo", "c3RhbmQtaW4="];
      case "sudo":
        return (call) => {
          // `curl ... install.sh | sudo AWF_VERSION=v0.16.1 bash`
          const named = call.args.find((word) => word.startsWith("AWF_VERSION="));
          if (named !== undefined) version = named.slice("AWF_VERSION=".length);
          return sudo(call);
        };
      case "curl":
      case "wget":
        return download;
      case "threat-detect":
        return threatDetect;
      default:
        // Programs that do not affect Codex's configuration.
        return () => ["/bin/true"];
    }
  };
}

/**
 * Creates the file that its options name. It holds a comment, in TOML and in Bash: a workflow that appends a download to
 * Codex's configuration downloads what Codex can read.
 */
function download({ args }: Call): Answer {
  const words = sortWords(args, { withValue: new Set(["-o", "--output", "-O", "--output-document"]) });
  const file = valuesOf(words, "-o", "--output", "-O", "--output-document").at(-1);
  return file === undefined || file === "-"
    ? ["/bin/true"]
    : ["/bin/bash", "-pc", 'echo "# downloaded" > "$1"', "download", file];
}

/** Starts Codex with its own prompt. */
function threatDetect({ args }: Call): Answer {
  return args.some((word) => /\bcodex\b/.test(word))
    ? ["/usr/bin/env", "codex", "exec", "prompt"]
    : ["/bin/true"];
}
