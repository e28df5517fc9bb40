import type { Rule } from "eslint";
import { codexWebsocket401 } from "./codex-websocket-401.js";

export const rules: { readonly "codex-websocket-401": Rule.RuleModule } = {
  "codex-websocket-401": codexWebsocket401,
};
