import type { Rule } from "eslint";
import { codexConfigRefused } from "./codex-config-refused.js";
import { codexEnvKey } from "./codex-env-key.js";
import { codexFlagBeforeExec } from "./codex-flag-before-exec.js";
import { codexMisplacedKey } from "./codex-misplaced-key.js";
import { codexProxyAddress } from "./codex-proxy-address.js";
import { codexProxyWebsocket } from "./codex-proxy-websocket.js";
import { codexSourceRule } from "./codex-source.js";
import { codexUndetermined } from "./codex-undetermined.js";
import { codexUnknownVersion } from "./codex-unknown-version.js";
import { codexUnpinned } from "./codex-unpinned.js";
import { codexWebsocket401 } from "./codex-websocket-401.js";
import { misplacedDirective } from "./misplaced-directive.js";
import { staleCompilerRule } from "./stale-compiler.js";
import { staleLockRule } from "./stale-lock.js";

interface Rules {
  readonly "codex-config-refused": Rule.RuleModule;
  readonly "codex-env-key": Rule.RuleModule;
  readonly "codex-flag-before-exec": Rule.RuleModule;
  readonly "codex-misplaced-key": Rule.RuleModule;
  readonly "codex-proxy-address": Rule.RuleModule;
  readonly "codex-proxy-websocket": Rule.RuleModule;
  readonly "codex-source": Rule.RuleModule;
  readonly "codex-undetermined": Rule.RuleModule;
  readonly "codex-unknown-version": Rule.RuleModule;
  readonly "codex-unpinned": Rule.RuleModule;
  readonly "codex-websocket-401": Rule.RuleModule;
  readonly "misplaced-directive": Rule.RuleModule;
  readonly "stale-compiler": Rule.RuleModule;
  readonly "stale-lock": Rule.RuleModule;
}

/** The plugin's rules, by name. */
export const rules: Rules = {
  "codex-config-refused": codexConfigRefused,
  "codex-env-key": codexEnvKey,
  "codex-flag-before-exec": codexFlagBeforeExec,
  "codex-misplaced-key": codexMisplacedKey,
  "codex-proxy-address": codexProxyAddress,
  "codex-proxy-websocket": codexProxyWebsocket,
  "codex-source": codexSourceRule,
  "codex-undetermined": codexUndetermined,
  "codex-unknown-version": codexUnknownVersion,
  "codex-unpinned": codexUnpinned,
  "codex-websocket-401": codexWebsocket401,
  "misplaced-directive": misplacedDirective,
  "stale-compiler": staleCompilerRule,
  "stale-lock": staleLockRule,
};
