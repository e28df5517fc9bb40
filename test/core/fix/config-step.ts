/** The command that starts Codex in `stepWith`. */
export const start = "awf --enable-api-proxy --env-all -- codex exec x";

/** A lock file with one step: a script that writes `~/.codex/config.toml`, then the start of Codex. */
export function stepWith(script: string, codex?: string): string {
  const install = codex === undefined ? "" : `npm install -g @openai/codex@${codex}\n`;
  const lines = `mkdir -p ~/.codex\n${install}${script}${start}\n`
    .split("\n")
    .map((line) => (line === "" ? "" : `          ${line}`));
  return `jobs:\n  a:\n    steps:\n      - run: |\n${lines.join("\n")}`;
}

/** A command that writes config.toml through a here-document. */
export function write(toml: string, operator = "<<", delimiter = "EOF"): string {
  return `cat > ~/.codex/config.toml ${operator} ${delimiter}\n${toml}${delimiter.replace(/'/g, "")}\n`;
}
