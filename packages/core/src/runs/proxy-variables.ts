import { scalar, textValue, UNSET, unknownValue, type ShellState } from "../shell/index.js";
import { awfChanges, lacksChange, OPENAI_PORT, servesPort } from "../awf/index.js";
import type { CodexRun } from "./codex-run.js";

const PLACEHOLDER = "placeholder";

const PLACEHOLDERS = ["OPENAI_API_KEY", "CODEX_API_KEY"] as const;

/** The variables that AWF sets if it has an OpenAI key (gh-aw-firewall's `openai-credential-env.ts`). */
export function proxyVariables(
  awfVersion: string | undefined,
): readonly (readonly [name: string, value: string])[] {
  const placeholders = lacksChange(awfVersion, awfChanges.placeholderKeys) ? [] : PLACEHOLDERS;
  return [
    ...placeholders.map((name) => [name, PLACEHOLDER] as const),
    ["OPENAI_BASE_URL", "http://172.30.0.30:10000"],
  ];
}

/** Sets the variables that AWF sets in the container for Codex, if it has the API proxy and a key. */
export function setProxyVariables(
  state: ShellState,
  { awfVersion, apiProxy, credentials }: Pick<CodexRun, "awfVersion" | "apiProxy" | "credentials">,
): void {
  if (!apiProxy.on && !apiProxy.unknown) return;
  const isServed = servesPort(credentials, OPENAI_PORT);
  if (isServed === false) return;
  for (const [name, text] of proxyVariables(awfVersion)) {
    const origin = { start: 0, end: 0 };
    const unknown = { id: `awf ${name}`, label: `\${${name}}`, what: `AWF's \`${name}\``, origin };
    const isKnown = apiProxy.on && text !== PLACEHOLDER;
    if (isKnown) state.variables.set(name, scalar(textValue(text, origin), true));
    else
      state.variables.set(name, {
        ...UNSET,
        value: unknownValue(unknown),
        mayBeUnset: !apiProxy.on,
        isExported: true,
      });
  }
}
