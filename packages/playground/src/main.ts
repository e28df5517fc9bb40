import { download } from "./page/download.js";
import { find } from "./page/element.js";
import { fillExampleMenu, firstExample } from "./page/example-menu.js";
import { acceptDrops, readFile } from "./page/file-drop.js";
import { copyLink } from "./page/share-button.js";
import { fromFragment } from "./page/share-link.js";
import { connectThemeToggle } from "./page/theme-toggle.js";
import { startSession } from "./session.js";

connectThemeToggle(find("theme", HTMLButtonElement));
const session = startSession();
connectMenu();
connectFiles();
connectSharing();
if (!(await openLink())) {
  const example = firstExample();
  if (example) session.loadExample(example.files);
}

function connectMenu(): void {
  fillExampleMenu(find("examples", HTMLSelectElement), ({ files }) => {
    session.loadExample(files);
  });
  find("clear", HTMLButtonElement).addEventListener("click", session.clear);
}

function connectFiles(): void {
  const input = find("file", HTMLInputElement);
  const overlay = find("drop", HTMLElement);
  find("open", HTMLButtonElement).addEventListener("click", () => {
    input.click();
  });
  input.addEventListener("change", () => {
    void openFiles([...(input.files ?? [])]);
    input.value = "";
  });
  acceptDrops(
    (files) => void openFiles(files),
    (isOver) => {
      overlay.hidden = !isOver;
    },
  );
}

function connectSharing(): void {
  find("download", HTMLButtonElement).addEventListener("click", () => {
    const { name, text } = session.shownFile();
    download(name, text);
  });
  find("share", HTMLButtonElement).addEventListener("click", () => {
    void copyLink(session.shared()).then(session.say);
  });
  addEventListener("hashchange", () => void openLink());
}

async function openFiles(files: readonly File[]): Promise<void> {
  for (const file of files) await openFile(file);
}

async function openFile(file: File): Promise<void> {
  try {
    const { name, text } = await readFile(file);
    session.load(name, text, `Opened ${name}.`);
  } catch (error) {
    session.say(error instanceof Error ? error.message : String(error));
  }
}

/** Opens the content of the page's address, if it is a shared link. */
async function openLink(): Promise<boolean> {
  const fragment = location.hash.slice(1);
  if (!fragment.startsWith("2.")) return false;
  try {
    session.loadAll(await fromFragment(fragment), "Opened from the link.");
  } catch {
    session.loadAll({ files: [] }, "This link is damaged, or of another version of this page.");
  }
  return true;
}
