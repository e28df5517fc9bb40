import { resolve } from "node:path/posix";
import { containerVariables, unknownSetter, type CodexRun } from "../../packages/core/src/runs/index.js";
import { namesModel } from "../../packages/core/src/codex/releases/index.js";
import type { CodexRunRecord } from "../oracle/run-workflow/index.js";
import { readSpecification } from "../oracle/run-workflow/stand-ins/npm-packages.js";
import { home, runnerTemp, workspace } from "../oracle/sandbox/index.js";
import { causesOf, contentClaim, holds, shownClaim, valueClaim, type TextClaim } from "./text-claim.js";

/** One claim about a run, compared with what happened. */
export interface Judged {
  readonly about: string;
  /** Why the claim does not hold; `undefined` if it holds. */
  readonly contradiction: string | undefined;
  /** Why the claim, or a part of it, is not made. */
  readonly withheld: readonly string[];
}

/** Variables for which the model claims whether Codex has them. */
const watchedVariables: readonly string[] = [
  ...["A", "B", "MODE", "N", "DIR", "LIST", "EMPTY", "EXTRA", "CODEX_HOME"],
];
const keys: readonly string[] = ["OPENAI_API_KEY", "CODEX_API_KEY"];

/** All variables that claims are about. */
export const variablesOfClaims: readonly string[] = [...watchedVariables, ...keys];

/** All claims about a run on one way through the scripts, compared with a recorded run. */
export function judgeWay(way: CodexRun, record: CodexRunRecord): readonly Judged[] {
  const variables = containerVariables(way);
  return [
    judgeText("home", pathClaim(way), normalized(`${record.codexHome}/config.toml`, record)),
    judgeConfig(way, record),
    judgeArguments(way, record),
    judgeVersion(way, record),
    judgeProxy(way, record),
    ...watchedVariables.map((name) => judgeVariable(name, variables.get(name), record.env[name], way)),
    ...keys.map((name) => judgeKey(name, way, variables.has(name), name in record.env)),
  ];
}

function judgeText(about: string, claim: TextClaim, actual: string): Judged {
  const isTrue = holds(claim, actual);
  return {
    about,
    contradiction: isTrue ? undefined : `claimed ${shownText(claim)}, but it was ${JSON.stringify(actual)}`,
    withheld: causesOf(claim),
  };
}

function shownText(claim: TextClaim): string {
  return claim.map((part) => (typeof part === "string" ? JSON.stringify(part) : `<${part.cause}>`)).join(" ");
}

function pathClaim({ config, configPath }: CodexRun): TextClaim {
  // The name of a variable then stands for a value that is not known, also if it is the name of one of the runner's.
  const isElsewhere = config.some((content) =>
    content?.some((part) => part.kind === "unknown" && part.isElsewhere === true),
  );
  if (isElsewhere) return shownClaim(configPath);
  const named = configPath
    .replace(/^\$\{GITHUB_WORKSPACE\}/, workspace)
    .replace(/^\$\{RUNNER_TEMP\}/, runnerTemp)
    .replace(/^\$\{HOME\}/, home);
  return shownClaim(named);
}

/** A path in the model's form: absolute, without `.`, `..` and repeated slashes. */
function normalized(path: string, { workingDirectory }: CodexRunRecord): string {
  return resolve(workingDirectory, path);
}

function judgeConfig({ config }: CodexRun, record: CodexRunRecord): Judged {
  const claims = config.map((content) => content && contentClaim(content));
  // A file of which everything is unknown may also not exist.
  const isOpen = (claim: TextClaim): boolean =>
    claim.length > 0 && claim.every((part) => typeof part === "object");
  const fitting = claims.filter((claim) =>
    record.config === null
      ? claim === undefined || isOpen(claim)
      : claim !== undefined && holds(claim, record.config),
  );
  const actual = record.config === null ? "there was none" : `it was ${JSON.stringify(record.config)}`;
  const claimed = claims.map((claim) => (claim ? shownText(claim) : "none")).join(" or ");
  return {
    about: "config.toml",
    contradiction: fitting.length > 0 ? undefined : `claimed ${claimed}, but ${actual}`,
    withheld: fitting.some((claim) => claim === undefined || causesOf(claim).length === 0)
      ? []
      : fitting[0]
        ? causesOf(fitting[0])
        : [],
  };
}

function judgeArguments({ args, argumentTexts, starter }: CodexRun, record: CodexRunRecord): Judged {
  if (starter !== "codex") return { about: "arguments", contradiction: undefined, withheld: [starter] };
  const claims = argumentTexts.map(({ text }) => valueClaim(text));
  const maySplit = argumentTexts.some((argument) => argument.maySplit);
  // An unquoted unknown value may be several words, or none.
  const isTrue = maySplit
    ? holds(
        claims.flatMap((claim) => [...claim, { cause: "" }]),
        record.args.join("\0"),
      )
    : claims.length === record.args.length &&
      claims.every((claim, index) => holds(claim, record.args[index] ?? ""));
  return {
    about: "arguments",
    contradiction: isTrue
      ? undefined
      : `claimed ${JSON.stringify(args)}, but they were ${JSON.stringify(record.args)}`,
    withheld: claims.flatMap(causesOf),
  };
}

function judgeVersion({ codexVersion }: CodexRun, record: CodexRunRecord): Judged {
  const about = "version";
  if (codexVersion === undefined)
    return { about, contradiction: undefined, withheld: ["no version in the file"] };
  const specification = readSpecification(`@openai/codex@${codexVersion}`);
  if (codexVersion === "unknown" || codexVersion.includes("$") || namesModel(codexVersion))
    return { about, contradiction: undefined, withheld: ["one of several versions"] };
  const version = specification.kind === "release" ? specification.version : specification.kind;
  return {
    about,
    contradiction:
      version === record.version ? undefined : `claimed ${codexVersion}, but it was ${record.version}`,
    withheld: [],
  };
}

function judgeProxy({ apiProxy }: CodexRun, { awf }: CodexRunRecord): Judged {
  if (!apiProxy.on && apiProxy.unknown)
    return { about: "API proxy", contradiction: undefined, withheld: ["AWF's version or configuration"] };
  const isTrue = apiProxy.on === (awf?.apiProxy === "on");
  return {
    about: "API proxy",
    contradiction: isTrue ? undefined : `claimed ${apiProxy.on ? "on" : "off"}, but it was not`,
    withheld: [],
  };
}

function judgeVariable(
  name: string,
  claimed: string | undefined,
  actual: string | undefined,
  way: CodexRun,
): Judged {
  const about = `$${name}`;
  const setter = claimed === undefined && actual !== undefined ? unknownSetter(way, name) : undefined;
  if (setter) return { about, contradiction: undefined, withheld: [setter.what] };
  if (claimed === undefined)
    return {
      about,
      contradiction:
        actual === undefined ? undefined : `claimed to be unset, but it was ${JSON.stringify(actual)}`,
      withheld: [],
    };
  const claim = shownClaim(claimed);
  const withheld = causesOf(claim);
  if (actual === undefined && withheld.length > 0) return { about, contradiction: undefined, withheld };
  if (actual === undefined)
    return { about, contradiction: `claimed ${shownText(claim)}, but it was unset`, withheld };
  return judgeText(about, claim, actual);
}

function judgeKey(
  name: string,
  { credentials, apiProxy }: CodexRun,
  claimed: boolean,
  actual: boolean,
): Judged {
  const about = `$${name}`;
  if (!apiProxy.on && apiProxy.unknown)
    return { about, contradiction: undefined, withheld: ["AWF's version or configuration"] };
  if (!credentials.isComplete)
    return { about, contradiction: undefined, withheld: ["credentials of others"] };
  return {
    about,
    contradiction:
      claimed === actual ? undefined : `claimed to be ${claimed ? "set" : "unset"}, but it was not`,
    withheld: [],
  };
}
