import type { Fault } from "../faults/index.js";
import { codexError } from "../codex/outcome/index.js";
import { baseUrlProblem } from "../faults/index.js";

/** What a message may name of a fault. */
export function dataOf(fault: Fault, codexVersion: string | undefined): Readonly<Record<string, string>> {
  switch (fault.kind) {
    case "noProvider":
      return {};
    case "misplacedSelection":
      return { provider: fault.provider, table: fault.key.path.slice(0, -1).join(".") };
    case "notSelected":
    case "baseUrlMissing":
      return { provider: fault.provider };
    case "baseUrlDirect":
      return { provider: fault.provider, baseUrl: fault.baseUrl };
    case "websocket":
      return textsOf(fault.reason);
    case "misaddressed":
      return { ...textsOf(fault.reason), model: modelOf(fault.reason) };
    case "refused":
      return {
        ...textsOf(fault.reason),
        // It stands in the middle of a sentence.
        codexError: codexError(fault.reason, codexVersion)?.replace(/\.$/, "") ?? "",
        ...(fault.reason.kind === "unusableBaseUrl" && { why: baseUrlProblem(fault.reason) }),
      };
  }
}

function modelOf(reason: Extract<Fault, { readonly kind: "misaddressed" }>["reason"]): string {
  return reason.kind === "unfitPort" && reason.model !== undefined
    ? `\`${reason.model}\``
    : "Codex's default model";
}

/** Each field of a reason that is text; the path as it is written in TOML. */
function textsOf(reason: object): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries<unknown>({ ...reason })) {
    if (typeof value === "string" && name !== "kind" && name !== "source") texts[name] = value;
    else if (Array.isArray(value)) texts[name] = value.join(name === "path" ? "." : ", ");
    else if (typeof value === "number") texts[name] = String(value);
  }
  return texts;
}
