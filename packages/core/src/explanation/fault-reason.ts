import type { Judgement, RefusedFault } from "../faults/index.js";
import type { NamedFault } from "../findings/index.js";
import { refusedReason } from "./refused-reason.js";

/** What a sentence may name of a fault. */
export type FaultData = Readonly<Record<string, string>>;

const FAILS =
  "Codex bypasses AWF's API proxy, connects to `wss://api.openai.com/v1/responses` with a placeholder key, and fails with 401 Unauthorized.";

/** Why a run does not get an answer of AWF's API proxy over plain HTTP. */
export function faultReason({ fault, kind }: NamedFault, data: FaultData, judgement: Judgement): string {
  const provider = `Model provider \`${data.provider ?? ""}\``;
  switch (fault.kind) {
    case "noProvider":
      return `${whyOpenAi(judgement)} ${FAILS}`;
    case "misplacedSelection":
      return `\`model_provider\` stands below \`[${data.table ?? ""}]\` and belongs to that table, so Codex ignores it. ${FAILS}`;
    case "notSelected":
      return `${provider} is defined but not selected. ${FAILS}`;
    case "baseUrlMissing":
      return `${provider} has no \`base_url\`. ${FAILS}`;
    case "baseUrlDirect":
      return `${provider} goes to \`${data.baseUrl ?? ""}\`. ${FAILS}`;
    case "websocket":
      return websocketReason(fault.reason.kind, provider, data);
    case "misaddressed":
      return addressReason(fault.reason.kind, provider, data);
    case "refused":
      return refusedReason(fault.reason, kind, data, stop(fault, data));
  }
}

/** What made Codex take its own provider. */
function whyOpenAi({ reason, config }: Judgement): string {
  if (!("selection" in reason) || reason.selection.by === "default") {
    const where = config ? "Nothing" : "There is no config.toml, and nothing";
    return `${where} selects a model provider, so Codex takes its built-in \`openai\`.`;
  }
  return reason.selection.by === "key" && reason.selection.source === "commandLine"
    ? "The command line selects Codex's built-in provider `openai`."
    : "`model_provider` selects Codex's built-in `openai`.";
}

type WebsocketKind = Extract<NamedFault, { readonly outcome: "websocket" }>["kind"];

function websocketReason(kind: WebsocketKind, provider: string, data: FaultData): string {
  const tries =
    "Codex tries a WebSocket at AWF's API proxy first, which has none, and then goes on over HTTP.";
  switch (kind) {
    case "supportsWebsockets":
      return `${provider} has \`supports_websockets = true\`. ${tries}`;
    case "openAiBaseUrlKey":
      return `\`openai_base_url\` leaves WebSockets on. ${tries}`;
    case "environmentBaseUrl":
      return `No model provider is selected, but this Codex still reads \`OPENAI_BASE_URL\`, which AWF sets. ${tries}`;
    case "websocketFeature":
      return `The feature \`${data.feature ?? ""}\` turns WebSockets on. ${tries}`;
  }
}

type AddressKind = Extract<NamedFault["fault"], { readonly kind: "misaddressed" }>["reason"]["kind"];

function addressReason(kind: AddressKind, provider: string, data: FaultData): string {
  const address = `${provider} has \`base_url = "${data.baseUrl ?? ""}"\`,`;
  switch (kind) {
    case "unfitPort":
      return `${address} but ${data.why ?? ""}. AWF's API proxy has no answer.`;
    case "proxyOff":
      return `${data.address ?? ""} is \`${data.baseUrl ?? ""}\`, AWF's API proxy, which is off. Codex fails with "${data.codexError ?? ""}".`;
    case "missingVersionPath":
      return `${address} without the \`/v1\` that the API proxy of AWF ${data.awf ?? ""} does not add. It passes the requests on to a path that does not exist.`;
    case "doubledPath":
      return `${address} which makes Codex ask for \`${data.doubled ?? ""}\` twice, at a path that does not exist.`;
  }
}

/** What Codex says when it gives up. */
function stop({ reason }: RefusedFault, data: FaultData): string {
  const does = reason.kind === "unusableBaseUrl" ? "fails" : "stops";
  return data.codexError ? `Codex ${does} with "${data.codexError}".` : `Codex ${does}.`;
}
