import { element } from "./element.js";

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  element("a", { href: url, download: name }).click();
  // The browser has read it by then.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
