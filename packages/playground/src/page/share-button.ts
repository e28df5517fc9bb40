import { toFragment, type Shared } from "./share-link.js";

/** Writes the shared content to the page's address, and copies the address. Returns a message about the result. */
export async function copyLink(shared: Shared): Promise<string> {
  const fragment = await toFragment(shared);
  history.replaceState(null, "", `#${fragment}`);
  const size = `${Math.ceil(location.href.length / 1000)} kB`;
  try {
    await navigator.clipboard.writeText(location.href);
    return `Link copied (${size}). It contains all texts on this page.`;
  } catch {
    return `The link is in the address bar (${size}). It contains all texts on this page.`;
  }
}
