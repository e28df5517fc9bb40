import { reservedIds } from "../codex/configuration/index.js";

/**
 * What happens instead of a request through AWF's API proxy. `direct`: Codex connects to api.openai.com;
 * `undetermined`: the lock file does not determine whether Codex uses the proxy; `websocket`: Codex first tries a
 * WebSocket at the proxy; `refused`: Codex rejects its configuration; `missingKey`: the provider names a key that the
 * container does not have; `wrongAddress`: nothing answers at the provider's address.
 */
export type FindingOutcome =
  "direct" | "undetermined" | "websocket" | "refused" | "missingKey" | "wrongAddress";

/** Options for reports and fixes, each with its default at the end of its description. */
export interface DiagnoseOptions {
  /** The id of the provider that fixes insert: letters, digits, `-` and `_`. Default: `openai-proxy`. */
  readonly providerId?: string;
  /** Its `name`. Default: `OpenAI AWF proxy`. */
  readonly providerName?: string;
  /** Its `base_url`, which then counts as AWF's proxy. Default: the address that the run's AWF and model need. */
  readonly baseUrl?: string;
  /** Its `env_key`; `false` omits it. Default: `OPENAI_API_KEY` if the container has it. */
  readonly envKey?: string | false;
  /**
   * Runs with Codex pinned below this version are not reported to bypass the proxy. Default: `0.120.0`, the first
   * release that ignores `OPENAI_BASE_URL`.
   */
  readonly minimumCodexVersion?: string;
  /** The outcomes to report. Default: `direct` and `undetermined`, which end with 401 or may do so. */
  readonly outcomes?: readonly FindingOutcome[];
}

/** The valid values of a text option. */
export interface OptionForm {
  /** The source of a regular expression, as in JSON Schema. */
  readonly pattern: string;
  /**
   * Values that match the pattern but are invalid: ids of Codex's built-in providers, whose tables it rejects or
   * ignores.
   */
  readonly except: readonly string[];
  /** A description of a valid value, for messages. */
  readonly example: string;
}

type TextOption = "providerId" | "providerName" | "baseUrl" | "envKey" | "minimumCodexVersion";

/** The forms of all text options, for core's checks and the schemas of rules. */
export const optionForms: Readonly<Record<TextOption, OptionForm>> = {
  providerId: {
    pattern: "^[A-Za-z0-9_-]+$",
    except: reservedIds,
    example: "an id that Codex does not use itself, such as `openai-proxy`",
  },
  providerName: { pattern: "\\S", except: [], example: "a name such as `OpenAI AWF proxy`" },
  baseUrl: {
    pattern: String.raw`^https?://[^\s/?#]+(?:/[^\s?#]*)?$`,
    except: [],
    example: "a URL such as `http://172.30.0.30:10000`",
  },
  envKey: {
    pattern: "^[A-Za-z_][A-Za-z0-9_]*$",
    except: [],
    example: "the name of a variable such as `OPENAI_API_KEY`, or `false`",
  },
  minimumCodexVersion: {
    pattern: String.raw`^\d+\.\d+\.\d+$`,
    except: [],
    example: "a version such as `0.120.0`",
  },
};

const textOptions: readonly TextOption[] = [
  "providerId",
  "providerName",
  "baseUrl",
  "envKey",
  "minimumCodexVersion",
];

/**
 * Checks the options of a caller.
 *
 * @throws {RangeError} if an option is invalid; the message names the option, its value and a valid one
 */
export function checkOptions(options: DiagnoseOptions): void {
  for (const name of textOptions) {
    const value = options[name];
    if (value === undefined || (name === "envKey" && value === false)) continue;
    const { pattern, except, example } = optionForms[name];
    if (typeof value !== "string" || !new RegExp(pattern, "u").test(value) || except.includes(value)) {
      throw new RangeError(`The option \`${name}\` is ${JSON.stringify(value)}, but must be ${example}.`);
    }
  }
}
