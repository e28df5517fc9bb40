import { deriveText, linesOf, type MappedText } from "../text/index.js";
import {
  type CommandCall,
  type FilePart,
  fileSource,
  pathOfWord,
  type Program,
  type Shell,
  SUCCESS,
} from "../shell/index.js";

/**
 * The `awk` program that gh-aw v0.70 and later uses to append the gateway's config.toml to its own: it drops
 * every `model_provider` line and the table `[model_providers.openai-proxy]`.
 */
export function runProviderFilter(call: CommandCall, shell: Shell): ReturnType<Program> {
  if (call.name !== "awk") return undefined;
  const [program, file, ...more] = call.words.slice(1);
  if (!program?.value.includes("skip_openai_proxy") || !file || more.length > 0) return undefined;
  const { node } = call.state.files.find(pathOfWord(call, file));
  if (node.kind !== "file") {
    shell.print(call, [{ kind: "unknown", what: fileSource(file.value), origin: call.origin }]);
    return SUCCESS;
  }
  const filter = createFilter();
  shell.print(
    call,
    node.content.map((part): FilePart => (part.kind === "known" ? filterPart(part, filter) : part)),
  );
  return SUCCESS;
}

function filterPart(part: FilePart & { kind: "known" }, keeps: (line: string) => boolean): FilePart {
  const text = filterLines(part.expanded.text, keeps);
  // If no line was dropped, the guesses still fit the text.
  const guesses = text.text === part.expanded.text.text ? part.expanded.guesses : [];
  return { ...part, expanded: { text, guesses } };
}

/** Creates a test for whether to keep a line; call it for each line in order. */
function createFilter(): (line: string) => boolean {
  let skips = false;
  return (line) => {
    if (/^\s*model_provider\s*=/.test(line)) return false;
    if (/^\[model_providers\.openai-proxy\]\s*$/.test(line)) skips = true;
    else if (line.startsWith("[")) skips = false;
    return !skips;
  };
}

function filterLines(source: MappedText, keeps: (line: string) => boolean): MappedText {
  const { text } = source;
  const builder = deriveText(source, { start: 0, end: text.length }, (inserted) => inserted);
  for (const { start, next } of linesOf(text)) if (keeps(text.slice(start, next))) builder.copy(start, next);
  return builder.build();
}
