import { awfChanges, lacksChange } from "../awf/index.js";
import { codexOutcome } from "../codex/outcome/index.js";
import {
  assembleConfig,
  type AssembledConfig,
  type DiagnoseOptions,
  type Judgement,
} from "../faults/index.js";
import { type CodexRun, containerVariables } from "../runs/index.js";
import { type Assignment, configTextWith, NOTHING, wordsWith } from "./assignment.js";

/** What a run does with a configuration, given assumed values for unknown parts. */
export function judge(
  run: CodexRun,
  config: AssembledConfig | undefined,
  { baseUrl }: DiagnoseOptions,
  values: Assignment,
  codexVersion: string | undefined = run.codexVersion,
): Judgement {
  const result = codexOutcome({
    ...(config && { config: configTextWith(config, values) }),
    ...(run.missingHome !== undefined && { missingHome: run.missingHome }),
    ...(codexVersion !== undefined && { codexVersion }),
    env: Object.fromEntries(containerVariables(run)),
    args: wordsWith(run.argumentTexts, values),
    // gh-aw's own starter changes the words.
    hasUnsureArgs: run.starter !== "codex" || run.argumentTexts.some(isUnsure),
    ...(baseUrl !== undefined && { proxyBaseUrl: baseUrl }),
    proxyHosts: proxyHosts(run),
  });
  return { ...result, config };
}

/** Whether an argument may be no word, several, or an option. */
function isUnsure({ text, maySplit }: CodexRun["argumentTexts"][number]): boolean {
  return maySplit || text.guesses.some(({ start }) => start === 0);
}

/** The hosts of AWF's proxy. Its name `api-proxy` does not work if requests to it go to Squid. */
function proxyHosts({ awf, awfVersion }: CodexRun): readonly string[] {
  const hasName = awf.buildsLocally || !lacksChange(awfVersion, awfChanges.hostName);
  return hasName ? ["172.30.0.30", "api-proxy"] : ["172.30.0.30"];
}

/** Judges a run without the proxy, with the first configuration that it may find. */
export function judgePlainly(run: CodexRun, options: DiagnoseOptions): Judgement {
  const first = run.config.find((content) => content !== undefined);
  return judge(run, first && assembleConfig(first), options, NOTHING);
}
