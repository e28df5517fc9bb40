/** The variables the Codex process sees, by name. */
export type Environment = Readonly<Record<string, string>>;

/** What AWF's API proxy mode sets in the agent's container. */
export const awfEnvironment: Environment = {
  OPENAI_BASE_URL: "http://172.30.0.30:10000",
  OPENAI_API_KEY: "placeholder",
};

/** The value of a variable; a name that is inherited, absent or set to the empty string reads as unset. */
export function readVariable(environment: Environment, name: string): string | undefined {
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  return value === "" ? undefined : value;
}

/** The value of a variable that Codex takes as unset where it holds nothing but white space. */
export function readNonBlankVariable(environment: Environment, name: string): string | undefined {
  const value = readVariable(environment, name);
  return value === undefined || value.trim() === "" ? undefined : value;
}
