import type { Finding, FindingSuggestion } from "../analysis/finding.js";
import type { Slot } from "../analysis/slots.js";
import { moveByArrowKeys } from "./arrow-keys.js";
import { button, element } from "./element.js";
import type { Places } from "./places.js";
import { prose } from "./prose.js";
import { titleOf } from "./tabs.js";

/** The findings as a list; each links to its location. */
export function findingsList(
  slot: Slot,
  findings: readonly Finding[],
  places: Places,
  apply: (suggestion: FindingSuggestion) => void,
): HTMLElement {
  const list = element(
    "ol",
    { class: "findings" },
    ...findings.map((finding) => element("li", {}, ...parts(slot, finding, places, apply))),
  );
  moveByArrowKeys(list, ".finding", false);
  return list;
}

function parts(
  slot: Slot,
  finding: Finding,
  places: Places,
  apply: (suggestion: FindingSuggestion) => void,
): readonly HTMLElement[] {
  const { line, column, severity, rule, url, message, fixable, suggestions } = finding;
  const jump = button(
    { class: `finding ${severity}` },
    () => {
      places.jump({ ...finding, slot });
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
  return [jump, meta, ...explanationLinks(finding, places), ...offers];
}

/** For an error in a log: links to the findings that explain it. */
function explanationLinks({ explanations }: Finding, places: Places): readonly HTMLElement[] {
  return explanations.map(({ slot, finding, isListed }) =>
    element(
      "p",
      { class: "explanation" },
      "Explained by ",
      button(
        { class: "link" },
        () => {
          places.jump({ ...finding, slot });
        },
        `${titleOf(slot).toLowerCase()}, line ${finding.line}`,
      ),
      ...(isListed ? ["."] : [": ", ...prose(finding.message)]),
    ),
  );
}
