/** A step that installs a Codex that ignores `OPENAI_BASE_URL`. */
export const install = "- run: npm install -g @openai/codex@0.121.0";

/** A step that starts Codex in AWF with its API proxy. */
export const start = "- run: sudo -E awf --enable-api-proxy --env-all -- codex exec hi";

/** A workflow of one job that nobody compiled: the keys of its job, and its steps, as YAML. */
export function job(keys: readonly string[], ...steps: readonly string[]): string {
  const lines = ["runs-on: ubuntu-latest", ...keys, "steps:", ...steps.flatMap((step) => step.split("\n"))];
  return `on: workflow_dispatch\njobs:\n  agent:\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

/** A step whose script has these lines. */
export function script(...lines: readonly string[]): string {
  return `- run: |\n${lines.map((line) => `    ${line}`).join("\n")}`;
}

/** A step that writes `~/.codex/config.toml`. */
export function writes(config: string): string {
  const file = "~/.codex/config.toml";
  return script("mkdir -p ~/.codex", `cat > ${file} << EOF`, ...config.trimEnd().split("\n"), "EOF");
}
