/** What a step wrote to `$GITHUB_ENV` or `$GITHUB_OUTPUT`. */
export interface WrittenVariables {
  readonly variables: Readonly<Record<string, string>>;
  /** GitHub's error if the file is invalid; it still sets the variables before the invalid line. */
  readonly error: string | undefined;
}

/** Parses what a step wrote to `$GITHUB_ENV` or `$GITHUB_OUTPUT`, as the runner's `EnvFileKeyValuePairs` does. */
export function readVariables(text: string): WrittenVariables {
  const variables: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  // A line break at the end starts no further line.
  if (lines.at(-1) === "") lines.pop();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    const equals = line.indexOf("=");
    const marker = line.indexOf("<<");
    if (equals >= 0 && (marker < 0 || equals < marker)) {
      const name = line.slice(0, equals);
      if (name === "") return { variables, error: `Invalid format '${line}'` };
      variables[name] = line.slice(equals + 1);
    } else if (marker >= 0) {
      const delimiter = line.slice(marker + 2);
      if (marker === 0 || delimiter === "") return { variables, error: `Invalid format '${line}'` };
      const end = lines.indexOf(delimiter, index + 1);
      if (end === -1)
        return { variables, error: `Invalid value. Matching delimiter not found '${delimiter}'` };
      variables[line.slice(0, marker)] = lines.slice(index + 1, end).join("\n");
      index = end;
    } else {
      return { variables, error: `Invalid format '${line}'` };
    }
  }
  return { variables, error: undefined };
}

/** Parses what a step wrote to `$GITHUB_PATH`. */
export function readPaths(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== "");
}

/** Outputs set with the older `::set-output` lines, which still work. */
export function readOutputCommands(output: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const [, name, value] of output.matchAll(/^\s*::set-output name=([^:,]+)::(.*)$/gm)) {
    if (name === undefined || value === undefined) continue;
    outputs[name] = value.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  }
  return outputs;
}
