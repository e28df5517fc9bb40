import type { DiagnoseOptions } from "../faults/index.js";

/*
 * What a text that is not known may be, so far as it makes a difference to where Codex goes. Each list begins with what
 * says the least.
 */

/** What the known parts of a configuration define, which an unknown part may name. */
export interface Defined {
  /** Providers of config.toml and of the command line. */
  readonly providers: readonly string[];
  readonly profiles: readonly string[];
  /** The provider that is selected, defined or not. */
  readonly selected: string | undefined;
}

/** Where somebody's own gateway may be. */
const GATEWAYS: readonly string[] = [
  "https://gateway.example.com/v1",
  "https://gateway.example.com",
  "http://gateway.example.com/v1",
  "http://gateway.example.com",
  "http://gateway.example.com:10000/v1",
  "http://gateway.example.com:10000",
];

const PROXY_HOSTS: readonly string[] = ["172.30.0.30", "api-proxy"];
const PROXY_PORTS: readonly string[] = ["10000", "10002"];

function addresses({ baseUrl }: DiagnoseOptions): readonly string[] {
  const proxy = PROXY_HOSTS.flatMap((host) =>
    PROXY_PORTS.flatMap((port) => ["/v1", ""].map((path) => `http://${host}:${port}${path}`)),
  );
  return [...GATEWAYS, ...(baseUrl === undefined ? [] : [baseUrl]), ...proxy, "https://api.openai.com/v1"];
}

/** The address that a provider needs. */
const PROXY_ADDRESS = "http://172.30.0.30:10000/v1";

/** The id of a provider that nothing defines. */
const OTHER_ID = "another-provider";

/** What may stand in quotes behind a key; none where that makes no difference. */
export function textsOfKey(
  path: readonly string[],
  { providers, profiles }: Defined,
  options: DiagnoseOptions,
): readonly string[] {
  const [first, , third] = path;
  const key = path.length === 1 ? first : first === "profiles" ? third : undefined;
  switch (key) {
    case "model_provider":
    case "oss_provider":
      return [OTHER_ID, ...providers, "openai"];
    case "profile":
      return [OTHER_ID, ...profiles];
    case "openai_base_url":
      return addresses(options);
    default:
      return first === "model_providers" && path.length === 3 ? textsOfProviderKey(third, options) : [];
  }
}

function textsOfProviderKey(key: string | undefined, options: DiagnoseOptions): readonly string[] {
  switch (key) {
    case "base_url":
      return addresses(options);
    case "env_key":
      return ["ANOTHER_KEY", "OPENAI_API_KEY", "CODEX_API_KEY"];
    case "wire_api":
      return ["responses", "chat"];
    case "name":
      return ["a name", ""];
    default:
      return [];
  }
}

/** Whether a value without quotes makes a difference, and not only by its type. */
export function isSwitch(path: readonly string[]): boolean {
  return path[0] === "features" || (path[0] === "model_providers" && path[2] === "supports_websockets");
}

/** What a key may be that is not known as a whole. */
export function keyTexts(defined: Defined): readonly string[] {
  return [
    "model",
    "model_provider",
    "base_url",
    "openai_base_url",
    "model_providers",
    ...namedProviders(defined).flatMap((id) => [
      id,
      `model_providers.${id}`,
      `model_providers.${id}.base_url`,
    ]),
  ];
}

function namedProviders({ providers, selected }: Defined): readonly string[] {
  return selected === undefined || providers.includes(selected) ? providers : [...providers, selected];
}

/** What lines of config.toml may hold that are not known. */
export function linesTexts({ selected }: Defined): readonly string[] {
  const table = (id: string): string =>
    `\n[model_providers.${id}]\nname = "${id}"\nbase_url = "${PROXY_ADDRESS}"\n`;
  return [
    "",
    `\nmodel_provider = "${OTHER_ID}"\n${table(OTHER_ID)}`,
    ...(selected === undefined ? [] : [table(selected)]),
    `\nopenai_base_url = "${PROXY_ADDRESS}"\n`,
    // A text or a list that is still open is closed.
    '"""\n',
    "'''\n",
    "]\n",
  ];
}

/** What words of Codex's command line may be that are not known. */
export function flagTexts({ providers, profiles }: Defined): readonly string[] {
  const settings = [
    `model_provider=${OTHER_ID}`,
    `model_providers.${OTHER_ID}.name=${OTHER_ID}`,
    `model_providers.${OTHER_ID}.base_url=${PROXY_ADDRESS}`,
  ];
  return [
    // An option that says nothing about the configuration.
    "--skip-git-repo-check",
    settings.map((setting) => `-c ${setting}`).join(" "),
    ...providers.map((id) => `-c model_provider=${id}`),
    ...profiles.map((name) => `--profile ${name}`),
  ];
}

/** What may follow `-c`. */
export function settingTexts(defined: Defined): readonly string[] {
  return [
    "model=a-model",
    ...namedProviders(defined).flatMap((id) => [
      `model_provider=${id}`,
      `model_providers.${id}.base_url=${PROXY_ADDRESS}`,
    ]),
    `openai_base_url=${PROXY_ADDRESS}`,
  ];
}
