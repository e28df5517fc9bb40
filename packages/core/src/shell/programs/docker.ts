import type { CallWord, CommandCall } from "../command-call.js";
import { sliceValue, type Unknown } from "../values/value.js";
import { optionValues } from "./options.js";
import { taintAll, taintPaths } from "./taint.js";

/** Options of `docker` itself that take the next word as their value. */
const GLOBAL_WITH_VALUE: ReadonlySet<string> = new Set(
  "--config -c --context -H --host -l --log-level --tlscacert --tlscert --tlskey".split(" "),
);

/** Words before a command that do not change its meaning: `docker container run` is `docker run`. */
const GROUPS: ReadonlySet<string> = new Set(["container", "image", "builder", "buildx"]);

/** Commands of `docker compose` that start containers, whose file may mount any folder. */
const COMPOSE_STARTS: ReadonlySet<string> = new Set(
  "create exec restart run scale start unpause up watch".split(" "),
);

/**
 * Makes the files that `docker` or `podman` may write unknown: a container writes to the folders mounted into it, and a
 * build to the folder of its output.
 */
export function taintFilesOfDocker(call: CommandCall, unknown: Unknown): void {
  const [command, index] = commandOf(call, 1);
  switch (command) {
    case "run":
    case "create":
      if (call.words.some(({ value }) => /^--volumes-from(?:=|$)/.test(value))) taintAll(call, unknown);
      else taintPaths(call, mountedFolders(call), unknown);
      return;
    case "build":
      taintPaths(call, optionValues(call, ["-o", "--output"]).map(destination), unknown);
      return;
    case "bake":
      taintAll(call, unknown);
      return;
    case "cp":
      taintPaths(call, call.words.slice(index + 1), unknown);
      return;
    case "compose": {
      const [subcommand] = commandOf(call, index + 1);
      if (subcommand === "cp") taintPaths(call, call.words.slice(index + 1), unknown);
      else if (COMPOSE_STARTS.has(subcommand) || !call.words.every(({ isKnown }) => isKnown))
        taintAll(call, unknown);
      else taintPaths(call, optionValues(call, ["-o", "--output"]), unknown);
    }
  }
}

/** Options of `docker compose` that take the next word as their value, besides those of `docker`. */
const COMPOSE_WITH_VALUE: ReadonlySet<string> = new Set(
  "--ansi --env-file -f --file --parallel --profile --progress --project-directory -p --project-name".split(
    " ",
  ),
);

/** The first command from the word at `from` on, and its index. */
function commandOf({ words }: CommandCall, from: number): readonly [string, number] {
  for (let index = from; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (GLOBAL_WITH_VALUE.has(value) || COMPOSE_WITH_VALUE.has(value)) index++;
    else if (!value.startsWith("-") && !GROUPS.has(value)) return [value, index];
  }
  return ["", words.length];
}

/** The folders of the host that `-v` and `--mount` mount for writing. */
function mountedFolders({ words }: CommandCall): readonly CallWord[] {
  return words.flatMap((word, index) => {
    const previous = words[index - 1]?.value ?? "";
    const inline = /^(?:--volume=|--mount=|-v(?=.))/.exec(word.value)?.[0];
    const isValue = /^(?:-v|--volume|--mount)$/.test(previous);
    if (inline === undefined && !isValue) return [];
    const start = inline?.length ?? 0;
    const option = inline ?? previous;
    return option.startsWith("--mount") ? bindSource(word, start) : volumeSource(word, start);
  });
}

/** The folder of `host:container[:options]`; a volume without a host's folder is Docker's own. */
function volumeSource(word: CallWord, start: number): readonly CallWord[] {
  const text = word.text.text.text.slice(start);
  const end = text.indexOf(":");
  // An unknown word may have a colon.
  if (end === -1) return word.isKnown ? [] : [part(word, start, start + text.length)];
  return /:ro(?:,|$)/.test(text) ? [] : [part(word, start, start + end)];
}

/** The folder of `type=bind,source=host,target=container[,readonly]`. */
function bindSource(word: CallWord, start: number): readonly CallWord[] {
  const text = word.text.text.text;
  if (/,(?:readonly|ro)(?:=true|=1)?(?:,|$)/.test(text.slice(start))) return [];
  const found = /(?<=[,=]|^)(?:source|src)=([^,]*)/.exec(text.slice(start));
  if (!found) return word.isKnown ? [] : [part(word, start, text.length)];
  const from = start + found.index + found[0].length - (found[1] ?? "").length;
  return [part(word, from, from + (found[1] ?? "").length)];
}

/** The folder of `--output type=local,dest=folder`, or the word itself. */
function destination(word: CallWord): CallWord {
  const text = word.text.text.text;
  const found = /(?:^|,)dest=([^,]*)/.exec(text);
  if (!found) return word;
  const from = found.index + found[0].length - (found[1] ?? "").length;
  return part(word, from, from + (found[1] ?? "").length);
}

function part(word: CallWord, start: number, end: number): CallWord {
  return { ...word, text: sliceValue(word.text, start, end) };
}
