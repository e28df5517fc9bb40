import { element } from "./element.js";

/** Downloads a text as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  element("a", { href: url, download: name }).click();
  // By then, the browser has read the address.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
