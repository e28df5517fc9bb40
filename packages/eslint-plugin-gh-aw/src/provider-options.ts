import { optionForms, type DiagnoseOptions } from "@gh-aw-lint/core";

/** The options for the provider that a fix inserts. */
export const providerProperties: Readonly<
  Record<"providerId" | "providerName" | "baseUrl" | "envKey", object>
> = {
  providerId: {
    description: "Id of the provider that a fix inserts.",
    type: "string",
    pattern: optionForms.providerId.pattern,
    not: { enum: optionForms.providerId.except },
  },
  providerName: { description: "Its `name`.", type: "string", pattern: optionForms.providerName.pattern },
  baseUrl: {
    description: "Its `base_url`, which counts as the proxy's. By default that of AWF's API proxy.",
    type: "string",
    pattern: optionForms.baseUrl.pattern,
  },
  envKey: {
    description:
      "Its `env_key`; `false` leaves it out. By default `OPENAI_API_KEY` where the container has it.",
    oneOf: [{ type: "string", pattern: optionForms.envKey.pattern }, { const: false }],
  },
};

/** The defaults of these options that do not depend on the run. */
export const providerDefaults: DiagnoseOptions = {
  providerId: "openai-proxy",
  providerName: "OpenAI AWF proxy",
};

/** The schema of a rule with only these options. */
export const providerSchema: {
  readonly type: "object";
  readonly additionalProperties: false;
  readonly properties: typeof providerProperties;
} = { type: "object", additionalProperties: false, properties: providerProperties };

/** A rule's options, validated by ESLint against its schema. */
export function optionsOf({ options }: { readonly options: readonly unknown[] }): DiagnoseOptions {
  const [given] = options;
  return typeof given === "object" && given !== null ? given : {};
}
