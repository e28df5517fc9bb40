import { toFragment, type Shared } from "./share-link.js";

/** Puts what is shared into the address, and the address onto the clipboard. Says what came of it. */
export async function copyLink(shared: Shared): Promise<string> {
  const fragment = await toFragment(shared);
  history.replaceState(null, "", `#${fragment}`);
  const size = `${Math.ceil(location.href.length / 1000)} kB`;
  try {
    await navigator.clipboard.writeText(location.href);
    return `Link copied (${size}). It contains the whole file.`;
  } catch {
    return `The link is in the address bar (${size}). It contains the whole file.`;
  }
}
