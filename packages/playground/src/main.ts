import { download } from "./page/download.js";
import { find } from "./page/element.js";
import { fillExampleMenu, firstExample } from "./page/example-menu.js";
import { acceptDrops, readFile } from "./page/file-drop.js";
import { copyLink } from "./page/share-button.js";
import { fromFragment } from "./page/share-link.js";
import { connectThemeToggle } from "./page/theme-toggle.js";
import { DEFAULT_NAME, startSession } from "./session.js";

connectThemeToggle(find("theme", HTMLButtonElement));
const session = startSession();
connectMenu();
connectFiles();
connectSharing();
if (!(await openLink())) {
  const example = firstExample();
  session.loadExample(example?.name ?? DEFAULT_NAME, example?.text ?? "");
}

function connectMenu(): void {
  fillExampleMenu(find("examples", HTMLSelectElement), ({ name, text }) => {
    session.loadExample(name, text);
  });
  find("clear", HTMLButtonElement).addEventListener("click", () => {
    session.load(DEFAULT_NAME, "");
    session.focus();
  });
}

function connectFiles(): void {
  const input = find("file", HTMLInputElement);
  const overlay = find("drop", HTMLElement);
  find("open", HTMLButtonElement).addEventListener("click", () => {
    input.click();
  });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) void openFile(file);
    input.value = "";
  });
  acceptDrops(
    (file) => void openFile(file),
    (isOver) => {
      overlay.hidden = !isOver;
    },
  );
}

function connectSharing(): void {
  find("download", HTMLButtonElement).addEventListener("click", () => {
    download(session.fileName(), session.text());
  });
  find("share", HTMLButtonElement).addEventListener("click", () => {
    void copyLink(session.shared()).then(session.say);
  });
  addEventListener("hashchange", () => void openLink());
}

async function openFile(file: File): Promise<void> {
  try {
    const { name, text } = await readFile(file);
    session.load(name, text, `Opened ${name}.`);
  } catch (error) {
    session.say(error instanceof Error ? error.message : String(error));
  }
}

/** Opens what the address holds, if it is a link of this page. */
async function openLink(): Promise<boolean> {
  const fragment = location.hash.slice(1);
  if (!fragment.startsWith("2.")) return false;
  try {
    const { files, rules } = await fromFragment(fragment);
    if (rules) session.setRules(rules);
    session.load(DEFAULT_NAME, files[0]?.text ?? "", "Opened from the link.");
  } catch {
    session.load(DEFAULT_NAME, "", "This link is damaged, or of another version of this page.");
  }
  return true;
}
