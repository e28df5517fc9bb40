/** Where the key of a configuration stands: in config.toml or in a `-c key=value` override. */
export type KeyPlace = FileKey | CommandLineKey;

export interface FileKey {
  readonly path: readonly string[];
  readonly source: "file";
}

export interface CommandLineKey {
  readonly path: readonly string[];
  readonly source: "commandLine";
  /** Index into `args` of the word that holds the override. */
  readonly argument: number;
}

/** Where a base URL comes from: a key, a variable of the environment, or Codex itself. */
export type BaseUrlPlace = KeyPlace | EnvironmentVariable | BuiltIn;

export interface EnvironmentVariable {
  readonly source: "environment";
  readonly variable: string;
}

export interface BuiltIn {
  readonly source: "builtIn";
}

/** What made Codex take a provider. */
export type Selection = BySelectingKey | ByOption | ByDefault;

export type BySelectingKey = { readonly by: "key" } & KeyPlace;

export interface ByOption {
  readonly by: "option";
  readonly option: "--oss" | "--profile";
  /** Index into `args` of the option's word. */
  readonly argument: number;
}

/** Nothing selects a provider, so Codex takes its built-in `openai`. */
export interface ByDefault {
  readonly by: "default";
}
