import { reservedIds } from "../codex/configuration/index.js";

/**
 * What happens instead of going through AWF's API proxy: Codex goes to api.openai.com; whether it goes through the
 * proxy cannot be decided from the lock file; it tries a WebSocket at the proxy first; it refuses its configuration; its
 * provider names a key that the container does not have; nothing answers at its provider's address.
 */
export type FindingOutcome =
  "direct" | "undetermined" | "websocket" | "refused" | "missingKey" | "wrongAddress";

/** What a user may decide about reports and fixes. Each has a default. */
export interface DiagnoseOptions {
  /** The id of the provider that fixes insert: letters, digits, `-` and `_`. `openai-proxy`. */
  readonly providerId?: string;
  /** Its `name`. `OpenAI AWF proxy`. */
  readonly providerName?: string;
  /** Its `base_url`, which then counts as AWF's proxy. The address that the run's AWF and model need. */
  readonly baseUrl?: string;
  /** Its `env_key`; `false` leaves it out. `OPENAI_API_KEY` where the container has it. */
  readonly envKey?: string | false;
  /**
   * Runs with Codex pinned below this version are not reported to bypass the proxy. `0.120.0`, the first that
   * ignores `OPENAI_BASE_URL`.
   */
  readonly minimumCodexVersion?: string;
  /** What is reported. Without it, `direct` and `undetermined`: what ends with 401, and what may. */
  readonly outcomes?: readonly FindingOutcome[];
}

/** What an option may be: a text of this form, but for some. */
export interface OptionForm {
  /** A regular expression's source, as JSON Schema takes it. */
  readonly pattern: string;
  /** Ids of providers that Codex has itself; of these it refuses tables, or ignores them. */
  readonly except: readonly string[];
  /** What such a text is, for a message. */
  readonly example: string;
}

type TextOption = "providerId" | "providerName" | "baseUrl" | "envKey" | "minimumCodexVersion";

/** The forms of all options that are texts, for core's own checks and the schemas of rules. */
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
 * Checks options where they enter core.
 *
 * @throws {RangeError} that names the option, its value and what it may be
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
