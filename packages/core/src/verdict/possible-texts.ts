import type { DiagnoseOptions } from "../faults/index.js";

/*
 * Possible values of unknown texts that make a difference to where Codex connects. Each list starts with the value that
 * has the least effect.
 */

/** The names that the known parts of a configuration define, and that an unknown part may refer to. */
export interface Defined {
  /** Providers of config.toml and of the command line. */
  readonly providers: readonly string[];
  readonly profiles: readonly string[];
  /** The provider that is selected, defined or not. */
  readonly selected: string | undefined;
}

/** Addresses of a user's own gateway. */
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

/** Possible quoted values of a key; none if its value makes no difference. */
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

/** Whether a key is a boolean that makes a difference. */
export function isSwitch(path: readonly string[]): boolean {
  return path[0] === "features" || (path[0] === "model_providers" && path[2] === "supports_websockets");
}

/** Possible names of a key with unknown parts. */
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

/** Possible contents of unknown lines of config.toml. */
export function linesTexts({ selected }: Defined): readonly string[] {
  const table = (id: string): string =>
    `\n[model_providers.${id}]\nname = "${id}"\nbase_url = "${PROXY_ADDRESS}"\n`;
  return [
    "",
    `\nmodel_provider = "${OTHER_ID}"\n${table(OTHER_ID)}`,
    ...(selected === undefined ? [] : [table(selected)]),
    `\nopenai_base_url = "${PROXY_ADDRESS}"\n`,
    // The end of an open text or list.
    '"""\n',
    "'''\n",
    "]\n",
  ];
}

/** Possible values of unknown words of Codex's command line. */
export function flagTexts({ providers, profiles }: Defined): readonly string[] {
  const settings = [
    `model_provider=${OTHER_ID}`,
    `model_providers.${OTHER_ID}.name=${OTHER_ID}`,
    `model_providers.${OTHER_ID}.base_url=${PROXY_ADDRESS}`,
  ];
  return [
    // An option that does not concern the configuration.
    "--skip-git-repo-check",
    settings.map((setting) => `-c ${setting}`).join(" "),
    ...providers.map((id) => `-c model_provider=${id}`),
    ...profiles.map((name) => `--profile ${name}`),
  ];
}

/** Possible settings after `-c`. */
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
