import { codexCommand, judged } from "../codex/codex-sandbox.js";
import type { Sandbox } from "../sandbox/index.js";
import type { AskCodex } from "./stand-ins/index.js";

/** Host names of AWF's network (gh-aw-firewall #4001), for the stand-in for the internet. */
export const awfNames: readonly string[] = ["api-proxy=172.30.0.30"];

/** Runs the real Codex at each start in a workflow, in that workflow's sandbox; one at a time. */
export function realCodex(sandbox: Sandbox): AskCodex {
  let before: Promise<unknown> = Promise.resolve();
  return (start, call, hasProxy) => {
    // Otherwise, network events could not be assigned to one of them.
    const answer = before.then(async () => {
      const command = await codexCommand(start.version, start.args);
      const { outcome, error, status } = await judged(sandbox, hasProxy, () => call.run(command));
      return { outcome, error: error ?? [], status };
    });
    before = answer.catch(() => undefined);
    return answer;
  };
}
