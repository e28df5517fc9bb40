import type { ConfigLine } from "@gh-aw-lint/core";
import { moveByArrowKeys } from "./arrow-keys.js";
import { button, element } from "./element.js";
import type { Places } from "./places.js";
import { prose } from "./prose.js";

/** A config.toml as Codex reads it; each line links to its origin. */
export function configListing(lines: readonly ConfigLine[], path: string, places: Places): HTMLElement {
  const list = element(
    "ol",
    { class: "config", "aria-label": `Lines of ${path}` },
    ...lines.map((line) => element("li", {}, row(line, places))),
  );
  moveByArrowKeys(list, "button", true);
  return list;
}

function row(line: ConfigLine, places: Places): HTMLElement {
  const number = places.lineAt(line.span.start);
  const origin = originOf(line);
  const content =
    line.kind === "known"
      ? element("span", { class: "config-text" }, line.text === "" ? "\u00a0" : line.text)
      : element("span", { class: "config-unknown" }, "… ", ...prose(line.what));
  return button(
    { class: `config-line ${line.kind === "known" ? line.from : "unknown"}`, title: `${origin} ${number}` },
    () => {
      places.jump(line.span);
    },
    element(
      "span",
      { class: "config-number" },
      element("span", { class: "visually-hidden" }, `${origin} `),
      String(number),
    ),
    content,
    ...(line.kind === "known" && line.guessed
      ? [element("span", { class: "tag" }, "known at run time")]
      : []),
  );
}

function originOf(line: ConfigLine): string {
  if (line.kind === "unknown") return "Written by the command on line";
  switch (line.from) {
    case "script":
      return "From line";
    case "json":
      return "From the JSON on line";
    case "command":
      return "Written by the command on line";
  }
}
