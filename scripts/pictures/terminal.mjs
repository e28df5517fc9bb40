import { terminalSession } from "./terminal-session.mjs";
import { terminalSvg } from "./terminal-svg.mjs";

/** The picture of a terminal in which the command reports a problem and fixes it. */
export function drawTerminal() {
  return terminalSvg(
    terminalSession(),
    "npx gh-aw-lint reports that Codex selects no model provider; with --fix it fixes the file",
  );
}
