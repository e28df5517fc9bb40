import type { Finding, FindingSuggestion } from "../analysis/finding.js";
import { moveByArrowKeys } from "./arrow-keys.js";
import { button, element } from "./element.js";
import type { Places } from "./places.js";
import { prose } from "./prose.js";

/** The findings as a list; each leads to its place. */
export function findingsList(
  findings: readonly Finding[],
  places: Places,
  apply: (suggestion: FindingSuggestion) => void,
): HTMLElement {
  const list = element(
    "ol",
    { class: "findings" },
    ...findings.map((finding) => element("li", {}, ...parts(finding, places, apply))),
  );
  moveByArrowKeys(list, ".finding", false);
  return list;
}

function parts(
  finding: Finding,
  places: Places,
  apply: (suggestion: FindingSuggestion) => void,
): readonly HTMLElement[] {
  const { line, column, severity, rule, url, message, fixable, suggestions } = finding;
  const jump = button(
    { class: `finding ${severity}` },
    () => {
      places.jump(finding);
    },
    element(
      "span",
      { class: "finding-place" },
      element("span", { class: "severity" }, severity === "error" ? "Error" : "Warning"),
      ` ${line}:${column}`,
    ),
    element("span", { class: "finding-message" }, ...prose(message)),
  );
  const name = rule ?? "Parsing";
  const meta = element(
    "p",
    { class: "finding-meta" },
    url === undefined ? name : element("a", { href: url, target: "_blank", rel: "noreferrer" }, name),
    fixable ? element("span", { class: "tag" }, "fixable") : "",
  );
  const offers = suggestions.map((suggestion) =>
    button(
      { class: "small suggestion" },
      () => {
        apply(suggestion);
      },
      ...prose(suggestion.title),
    ),
  );
  return [jump, meta, ...offers];
}
