import { openSandbox, type Sandbox } from "../sandbox/index.js";
import {
  codexCommand,
  codexSandboxOptions,
  judged,
  startInternet,
  type CodexVerdict,
} from "./codex-sandbox.js";

/** The input of one start of Codex. */
export interface CodexQuestion {
  readonly version: string;
  /** The text of `config.toml`; `null` for none. */
  readonly config: string | null;
  /** Environment variables besides `HOME`, `PATH` and `CODEX_HOME`. */
  readonly env: Readonly<Record<string, string>>;
  /** Options before `exec`. */
  readonly globalArgs?: readonly string[];
  /** Options after `exec`. */
  readonly args: readonly string[];
}

/** A sandbox in which the real Codex can be started repeatedly. */
export interface CodexOracle {
  /** One call at a time. */
  readonly ask: (question: CodexQuestion) => Promise<CodexVerdict>;
  readonly close: () => Promise<void>;
}

/** Throws if a sandbox is impossible on this machine. */
export async function openCodexOracle(): Promise<CodexOracle> {
  const sandbox = await openSandbox(await codexSandboxOptions());
  return { ask: (question) => ask(sandbox, question), close: () => sandbox.close() };
}

const folder = "/tmp/work";
const home = "/tmp/home";

async function ask(sandbox: Sandbox, question: CodexQuestion): Promise<CodexVerdict> {
  await sandbox.reset();
  await startInternet(sandbox);
  const { version, config, env, globalArgs = [], args } = question;
  if (config !== null) await sandbox.control.write("config.toml", config);
  const command = await codexCommand(version, [
    ...globalArgs,
    "exec",
    "--skip-git-repo-check",
    "--dangerously-bypass-approvals-and-sandbox",
    ...args,
    "say hi",
  ]);
  return judged(sandbox, true, async () => {
    const prepare = `mkdir -p ${folder} ${home}/.codex && cd ${folder} || exit
if [ -f /runner/control/config.toml ]; then cp /runner/control/config.toml ${home}/.codex; fi
exec "$@" > /runner/control/stdout 2> /runner/control/stderr`;
    const { status } = await sandbox.run({
      argv: ["/bin/bash", "-pc", prepare, "codex", ...command],
      environment: {
        PATH: "/usr/local/bin:/usr/bin:/bin",
        HOME: home,
        CODEX_HOME: `${home}/.codex`,
        ...env,
      },
      folder: "/",
      seconds: 120,
    });
    return {
      status,
      stdout: await sandbox.control.read("stdout"),
      stderr: await sandbox.control.read("stderr"),
    };
  });
}
