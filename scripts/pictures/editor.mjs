import { chromium } from "playwright-core";

const page = new URL("../../packages/playground/dist/page/index.html", import.meta.url);

/**
 * A picture of the playground's editor with the pointer on a finding.
 *
 * @returns {Promise<Buffer>} a PNG
 */
export async function drawEditor() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 1860, height: 720 },
      deviceScaleFactor: 1,
      colorScheme: "light",
    });
    const view = await context.newPage();
    await view.goto(page.href);
    await view.getByLabel("Example", { exact: true }).selectOption({ label: "Missing provider" });
    await view.waitForFunction(() => document.body.dataset.state === "done");
    const finding = view.locator(".cm-lintRange").first();
    await finding.waitFor();
    // Scrolls so that the first line is fully visible.
    await view
      .locator(".cm-scroller")
      .first()
      .evaluate((editor) => {
        const { top } = editor.getBoundingClientRect();
        const tops = [...editor.querySelectorAll(".cm-line")].map((line) => line.getBoundingClientRect().top);
        editor.scrollTop += (tops.find((each) => each >= top) ?? top) - top;
      });
    await finding.hover({ position: { x: 60, y: 6 } });
    await view.locator(".cm-tooltip").waitFor();
    return await view.locator("section.source").first().screenshot();
  } finally {
    await browser.close();
  }
}
