/**
 * Whether a file may run Codex inside AWF: a cheap test that says no to nearly every file that does not.
 * Where it says no, there is nothing to find.
 */
export function mayRunCodex(text: string): boolean {
  return namesCodex(text) && text.includes("awf");
}

/**
 * The same for a job: whether one of its steps may run Codex inside AWF. `around` is what else gives it variables.
 *
 * Such a step names both, or gets Codex from elsewhere. Of that the model follows variables of the job and the
 * workflow, those that other steps write to `$GITHUB_ENV`, and scripts that come to Bash on its standard input.
 */
export function mayRunCodexInJob(steps: readonly string[], around: readonly string[]): boolean {
  const starters = steps.filter((step) => step.includes("awf"));
  if (starters.length === 0) return false;
  if (starters.some(namesCodex) || around.some(namesCodex)) return true;
  const readsScript = starters.some(readsScriptOfOthers);
  return steps.some((step) => (readsScript || step.includes("GITHUB_ENV")) && namesCodex(step));
}

/** Whether a step may have `... | bash`, `bash < file`. A pipe may go on in the next line. */
function readsScriptOfOthers(step: string): boolean {
  return step
    .replace(/\|[ \t]*\r?\n/g, "|")
    .split("\n")
    .some((line) => {
      const pipe = line.indexOf("|");
      if (pipe !== -1 && SHELL.test(line.slice(pipe))) return true;
      const shell = line.search(SHELL);
      return shell !== -1 && /[^<]<(?!<)/.test(line.slice(shell));
    });
}

const SHELL = /\b(?:ba)?sh\b/;

/**
 * Whether Codex's folder stands anywhere, or `codex` as a word of a shell may stand. Lock files of other engines name
 * it in lists of models and folders: `gpt-5-codex`, `"codex":["agent"]`, `.codex`.
 */
function namesCodex(text: string): boolean {
  // One search for both; what stands around is looked at afterwards, for which the search would be ten times slower.
  const name = /CODEX_HOME|codex/g;
  for (let match = name.exec(text); match; match = name.exec(text)) {
    const { index } = match;
    if (text[index] === "C" || (startsWord(text, index) && endsWord(text, name.lastIndex))) return true;
  }
  return false;
}

function startsWord(text: string, offset: number): boolean {
  // In a YAML string, `\\n` and the like stand for what separates words.
  return offset === 0 || text[offset - 2] === "\\" || !/[\w.*-]/.test(text.charAt(offset - 1));
}

function endsWord(text: string, offset: number): boolean {
  if (/[\w.*:,/-]/.test(text.charAt(offset))) return false;
  // Behind a closing quote, perhaps escaped, JSON goes on with one of these.
  let end = offset;
  while (/["'\\]/.test(text.charAt(end))) end++;
  return end === offset || !/[:,\]}]/.test(text.charAt(end));
}
