import type { Page } from "@playwright/test";
import { languages, locales } from "#lib/brand/languages/registry.ts";
import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems, unfold } from "./layout-problems.ts";

/* Shops, orders and carriers that write whatever they like. `npm run test:full` opens many more of them. */

const WIDTHS = [320, 390, 1280];
const BATCHES = 4;

for (const batch of Array.from({ length: BATCHES }, (_, at) => at)) {
  test(`whatever is typed, a page stays a page: whole, readable, harmless (${batch + 1} of ${BATCHES})`, async ({
    page,
    demo,
    isMobile,
  }) => {
    test.setTimeout(process.env.PORCHLIGHT_FULL === "1" ? 300_000 : 90_000);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const found: string[] = [];
    for (const [at, { name, path }] of demo.hostile.entries()) {
      if (at % BATCHES !== batch) continue;
      // Another language in either window, so that every shop is read from both sides in the end.
      const locale = locales[(at + (isMobile ? 0 : 3)) % locales.length] ?? "en";
      const response = await page.goto(`${path}?lang=${locale}&dials=open`);
      expect(response?.status(), name).toBe(200);
      await expect(page.locator("html")).toHaveAttribute("dir", languages[locale].direction);
      await unfold(page);
      found.push(...(await problemsOf(page)).map((problem) => `${name} in ${locale}: ${problem}`));
    }
    expect(found).toEqual([]);
    expect(dialogs).toEqual([]);
  });
}

async function problemsOf(page: Page): Promise<string[]> {
  const found = await strangers(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await layoutProblems(page)).map((problem) => `${problem}, at ${width} px`));
    const headline = await page.getByRole("heading", { level: 1 }).boundingBox();
    if (headline === null || headline.width < 100 || headline.height < 20) found.push(`no headline at ${width} px`);
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const problems = await axeProblems(page, { contrastOnly: true });
    // Where letters lie on each other or are none, axe cannot tell; that says nothing about our colours.
    found.push(
      ...problems.filter((problem) => !problem.startsWith("cannot tell")).map((it) => `${it}, ${colorScheme}`),
    );
  }
  return found;
}

/** What can only be there because something that was typed was taken for code. */
function strangers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const never =
      "iframe, object, embed, base, math, marquee, :not(next-route-announcer)[style], [onerror], [onload], [onclick], body meta, body link";
    const found = [...document.querySelectorAll(never)].map((element) => element.outerHTML.slice(0, 200));
    const scripts = [...document.querySelectorAll("script")].filter(({ nonce }) => nonce === "");
    const pictures = [...document.querySelectorAll("img")].filter(
      ({ src }) => !src.startsWith(`${location.origin}/media/`),
    );
    const links = [...document.querySelectorAll("a")].filter(({ protocol }) => !/^(https?|mailto):$/.test(protocol));
    for (const element of [...scripts, ...pictures, ...links]) found.push(element.outerHTML.slice(0, 200));
    for (const count of ["h1", "main", "title", "header", "footer"])
      if (document.querySelectorAll(`html > head ${count}, html > body ${count}`).length !== 1)
        found.push(`not one ${count}`);
    if ("pwned" in window) found.push("a script of somebody else's ran");
    return found;
  });
}
