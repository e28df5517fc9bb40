import type { ExplainedFact, RunExplanation, Span } from "@gh-aw-lint/core";
import { configListing } from "./config-listing.js";
import { element } from "./element.js";
import { outcomeBadge } from "./outcome-badge.js";
import { lineLink, type Places } from "./places.js";
import { prose } from "./prose.js";

/** Everything that is known about a Codex run. */
export function runCard(run: RunExplanation, number: number, places: Places): HTMLElement {
  const id = `run-${number}`;
  const { outcome } = run;
  return element(
    "article",
    { class: "run", "aria-labelledby": id },
    element(
      "header",
      {},
      element("h3", { id }, "Job ", element("code", {}, run.job)),
      outcomeBadge(outcome.kind),
    ),
    element(
      "p",
      { class: "reason" },
      ...prose(outcome.reason),
      ...(outcome.span ? [" See ", endingWithLine(outcome.span, places)] : []),
    ),
    element(
      "dl",
      {},
      ...description("Step", run.step ?? "without a name", [
        "Starts Codex in ",
        endingWithLine(run.span, places),
      ]),
      ...fact("Codex", run.codex, places),
      ...fact("AWF", run.awf, places),
      ...fact("API proxy", run.apiProxy, places),
    ),
    ...configSections(run, places),
    ...listSection(
      "Options on Codex's command line",
      run.options.map(({ text, span, counts }) => [
        element("code", {}, text),
        ...(span ? [" ", lineLink(span, places)] : []),
        ...(counts ? [] : [" This version of Codex discards it."]),
      ]),
    ),
    ...listSection(
      "Not determined by this file",
      run.unknowns.map((unknown) => prose(unknown)),
    ),
  );
}

/** The end of a sentence. Keeps its full stop on the same line. */
function endingWithLine(span: Span, places: Places): HTMLElement {
  return element("span", { class: "together" }, lineLink(span, places), ".");
}

type Content = readonly (Node | string)[];

function fact(name: string, { value, because, span }: ExplainedFact, places: Places): readonly HTMLElement[] {
  return description(name, value, [
    ...prose(because),
    ...(span ? [" See ", endingWithLine(span, places)] : []),
  ]);
}

function description(name: string, value: string, because: Content): readonly HTMLElement[] {
  return [
    element("dt", {}, name),
    element("dd", {}, element("strong", {}, value), " ", element("span", { class: "because" }, ...because)),
  ];
}

function configSections({ configs, configPath }: RunExplanation, places: Places): readonly HTMLElement[] {
  return configs.flatMap((lines, index) => {
    const which = configs.length > 1 ? ` (${index + 1} of ${configs.length} ways)` : "";
    const title = element("h4", {}, element("code", {}, configPath), which);
    if (!lines) return [title, element("p", { class: "empty" }, "No step of this job writes that file.")];
    if (lines.length === 0) return [title, element("p", { class: "empty" }, "The file is empty.")];
    return [title, configListing(lines, configPath, places)];
  });
}

function listSection(title: string, items: readonly Content[]): readonly HTMLElement[] {
  if (items.length === 0) return [];
  return [element("h4", {}, title), element("ul", {}, ...items.map((item) => element("li", {}, ...item)))];
}
