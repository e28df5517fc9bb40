/** The variables of the Codex process, by name. */
export type Environment = Readonly<Record<string, string>>;

/** The variables that AWF sets in the agent's container for its API proxy. */
export const awfEnvironment: Environment = {
  OPENAI_BASE_URL: "http://172.30.0.30:10000",
  OPENAI_API_KEY: "placeholder",
};

/** The value of a variable; `undefined` if it is unset or empty. */
export function readVariable(environment: Environment, name: string): string | undefined {
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  return value === "" ? undefined : value;
}

/** The value of a variable; `undefined` if it is unset or holds only whitespace. */
export function readNonBlankVariable(environment: Environment, name: string): string | undefined {
  const value = readVariable(environment, name);
  return value === undefined || value.trim() === "" ? undefined : value;
}
