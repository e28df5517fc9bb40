import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { browserArguments, findChromium } from "./chromium.js";

const file = new URL("../../packages/playground/dist/page/index.html", import.meta.url);

/** Whether there is a browser for the tests; prints a message if there is none. */
export const hasBrowser: boolean = findChromium() !== undefined;
if (!hasBrowser) console.warn("Skipped: there is no Chromium. Install one, or name it in CHROMIUM_PATH.");

/** A browser, and a server for the built page. */
interface PlaygroundBrowser {
  readonly context: BrowserContext;
  /** The page's address on the server. */
  readonly url: string;
  /** The page's `file:` address. */
  readonly fileUrl: string;
  /** The addresses that pages requested. */
  readonly requests: readonly string[];
  /** Console errors and uncaught errors of all pages. */
  readonly errors: readonly string[];
  open(url?: string): Promise<Playground>;
  close(): Promise<void>;
}

async function startBrowser(): Promise<PlaygroundBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "gh-aw-lint-browser-"));
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium()!,
    args: [...browserArguments],
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("weberror", (error) => errors.push(error.error().message));
  return {
    context,
    url,
    fileUrl: file.href,
    requests,
    errors,
    async open(address = url) {
      const page = await context.newPage();
      await page.goto(address);
      return new Playground(page);
    },
    async close() {
      await context.close();
      server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/**
 * Starts one browser for the enclosing tests, and opens a new page for each test; with `shared`, one page for all.
 */
export function usePlayground({ shared = false } = {}): {
  readonly browser: PlaygroundBrowser;
  readonly playground: Playground;
} {
  let browser: PlaygroundBrowser | undefined;
  let playground: Playground | undefined;
  const open = async (): Promise<void> => {
    playground = await browser!.open();
    await playground.settle();
  };
  beforeAll(async () => {
    browser = await startBrowser();
    if (shared) await open();
  }, 60_000);
  beforeEach(async () => {
    if (!shared) await open();
  });
  afterEach(async () => {
    if (!shared) await playground?.page.close();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    get browser() {
      return browser!;
    },
    get playground() {
      return playground!;
    },
  };
}

/** What a visitor does and sees on the page. */
export class Playground {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  readonly editor = () => this.page.getByRole("textbox", { name: "Lock file", exact: true });
  readonly button = (name: string) => this.page.getByRole("button", { name, exact: true });
  readonly status = () => this.page.getByRole("status").innerText();

  /** Waits until the current file is checked and its fix is known. */
  async settle(): Promise<void> {
    await this.page.waitForFunction(() => document.body.dataset.state === "done");
  }

  async choose(example: string): Promise<void> {
    await this.page.getByLabel("Example", { exact: true }).selectOption({ label: example });
    await this.settle();
  }

  /** Enables all rules. */
  async beStrict(): Promise<void> {
    await this.page.getByText("Rules", { exact: true }).click();
    await this.button("Strict").click();
    await this.settle();
  }

  /** Replaces the current text by pasting. */
  async paste(text: string): Promise<void> {
    await this.editor().focus();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.pasteAtCursor(text);
  }

  /** Pastes a text at the cursor. */
  async pasteAtCursor(text: string): Promise<void> {
    const before = await this.page.evaluate(() => document.body.dataset.checks);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.editor().focus();
    await this.page.keyboard.press("ControlOrMeta+V");
    await this.page.waitForFunction((checks) => document.body.dataset.checks !== checks, before);
    await this.settle();
  }

  /** Drops a file onto the editor. */
  async drop(name: string, content: string | Uint8Array): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], fileName));
        return data;
      },
      [name, typeof content === "string" ? content : [...content]] as const,
    );
    for (const type of ["dragover", "drop"])
      await this.editor().dispatchEvent(type, { dataTransfer: transfer });
  }

  /** Each finding as ESLint prints it: `line:column rule message`. */
  async findings(): Promise<string[]> {
    return this.page.locator(".findings > li").evaluateAll((items) =>
      items.map((item) => {
        const text = (selector: string) => item.querySelector(selector)?.textContent ?? "";
        const place = /\d+:\d+/.exec(text(".finding-place"))?.[0] ?? "";
        return `${place} ${text(".finding-meta > :first-child") || "Parsing"} ${text(".finding-message")}`;
      }),
    );
  }

  /** The number of the cursor's line. */
  readonly currentLine = () => this.page.locator("#editor .cm-lineNumbers .cm-activeLineGutter").innerText();

  /** The numbers of the lines whose first row is fully visible. */
  readonly visibleLines = (): Promise<number[]> =>
    this.page.locator("#editor .cm-scroller").evaluate((scroller) => {
      const { top, bottom } = scroller.getBoundingClientRect();
      return [...scroller.querySelectorAll(".cm-lineNumbers .cm-gutterElement")].flatMap((number) => {
        const row = number.getBoundingClientRect();
        const isSeen = row.height > 0 && row.top >= top && row.top + 15 <= bottom;
        return isSeen ? [Number(number.textContent)] : [];
      });
    });

  /** The text that is highlighted as the location of a finding. */
  readonly markedText = async (): Promise<string> =>
    (await this.page.locator("#editor .cm-shown-place").allInnerTexts()).join("");

  /** The text of a download. */
  async download(): Promise<{ readonly name: string; readonly text: string }> {
    const started = this.page.waitForEvent("download");
    await this.button("Download").click();
    const download = await started;
    const text = readFileSync(await download.path(), "utf8");
    return { name: download.suggestedFilename(), text };
  }
}

/** Waits until the status shows a text. */
export async function expectStatus({ status }: Playground, text: string | RegExp): Promise<void> {
  await expect.poll(status, { timeout: 20_000 }).toMatch(text);
}
