import type { Page } from "@playwright/test";
import { languages, locales } from "#lib/brand/languages/registry.ts";
import { demoSlugs } from "#lib/demo/merchants.ts";
import { axeProblems } from "./axe-problems.ts";
import { type ColourPair, contrastsOf } from "./colour-contrast.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";
import { goLink } from "./go-link.ts";
import { unfold } from "./layout-problems.ts";

/*
 * Every state in every look is asked about once, half of them on a phone, half in a wide window, and half of either in dark
 * colours; the demo's own pages and those around it in both schemes. `npm run test:full` asks about everything everywhere.
 */

test.use({ expectedErrors: /status of 404/ });

const SCHEMES = ["light", "dark"] as const;
const isFull = process.env.PORCHLIGHT_FULL === "1";

/** Whether the phone or the wide window looks at this page; both where everything is looked at. */
function isTurnOf(isMobile: boolean, nth: number): boolean {
  return isFull || (nth % 2 === 0) === isMobile;
}

/** What is wrong with a page in these schemes. Between them only the colours differ, so the second is asked for contrast. */
async function problemsOf(page: Page, name: string, schemes: readonly (typeof SCHEMES)[number][]): Promise<string[]> {
  const found: string[] = [];
  for (const [at, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme });
    // A page that waits for its order loads itself again. Without scripts nothing else can look for it; nothing can be typed
    // there, and it comes to rest by itself.
    const problems = await axeProblems(page, { contrastOnly: at > 0, without: ["meta-refresh"] });
    found.push(...problems.map((problem) => `${name}, ${colorScheme}: ${problem}`));
  }
  return found;
}

for (const [shift, slug] of demoSlugs.entries()) {
  test(`${slug}: axe finds nothing in any state, its folds open, in all languages in turn`, async ({
    page,
    demo,
    isMobile,
  }) => {
    test.setTimeout(150_000);
    const found: string[] = [];
    const stages = demo.stages.filter((stage) => stage.slug === slug);
    for (const [at, { path, state }] of stages.entries()) {
      if (!isTurnOf(isMobile, at + shift)) continue;
      const locale = locales[(at + shift * 2) % locales.length] ?? "en";
      await page.goto(`${path}?lang=${locale}&dials=open`);
      await expect(page.locator("html")).toHaveAttribute("lang", languages[locale].tag);
      await unfold(page);
      const scheme = SCHEMES[Math.floor(at / 2 + shift) % 2] ?? "light";
      found.push(...(await problemsOf(page, `${state} in ${locale}`, isFull ? SCHEMES : [scheme])));
    }
    expect(found).toEqual([]);
  });
}

test("names on the map stand out of their own rim, in every look and scheme", async ({ page, demo }) => {
  for (const { path, state } of demo.stages.filter(({ state }) => state === "in_transit")) {
    await page.goto(path);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const pairs = await page.locator(".map-name").evaluateAll((names) =>
        names.map((name): ColourPair => {
          const { fill, stroke, paintOrder, strokeWidth } = getComputedStyle(name);
          const hasRim = paintOrder.startsWith("stroke") && Number.parseFloat(strokeWidth) > 3;
          return [fill, hasRim ? stroke : fill];
        }),
      );
      expect(pairs.length).toBeGreaterThan(0);
      for (const contrast of await contrastsOf(page, pairs))
        expect(contrast, `${state}, ${colorScheme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test("on paper every word can be read, also an answer's that stands on a dark ground", async ({ page, demo }) => {
  const found: string[] = [];
  for (const { path, slug } of demo.stages.filter(({ state }) => state === "in_transit")) {
    await page.goto(`${path}?lang=en`);
    await page.evaluate(darken);
    for (const media of ["screen", "print"] as const) {
      await page.emulateMedia({ media });
      const problems = await axeProblems(page, { contrastOnly: true });
      found.push(...problems.map((problem) => `${slug}, ${media}: ${problem}`));
    }
  }
  expect(found).toEqual([]);
});

/** The answer as a shop has it that sets it on a dark accent. Runs in the page. */
function darken(): void {
  document.querySelector(".answer")?.setAttribute("class", "answer answer-accent");
  document.documentElement.style.setProperty("--accent", "#1f4d3a");
  document.documentElement.style.setProperty("--on-accent", "#fdfaf5");
}

test("every language is looked at in states of trouble too", async ({ demo }) => {
  for (const locale of locales) {
    const seen = demo.stages.filter(({ slug, isTrouble }, at) => {
      const nth = at % (demo.stages.length / demoSlugs.length);
      return isTrouble && locales[(nth + demoSlugs.indexOf(slug) * 2) % locales.length] === locale;
    });
    expect(seen.length, locale).toBeGreaterThan(2);
  }
});

test("axe finds nothing in the demo's pages as they open, in both schemes of colours", async ({
  page,
  demo,
  isMobile,
}) => {
  test.setTimeout(150_000);
  const found: string[] = [];
  for (const [at, { path, shows }] of demo.links.entries()) {
    if (!isTurnOf(isMobile, at)) continue;
    await page.goto(path);
    found.push(...(await problemsOf(page, shows, SCHEMES)));
  }
  expect(found).toEqual([]);
});

test("axe finds nothing in the pages around it", async ({ page, demo, isMobile }) => {
  test.setTimeout(150_000);
  const found: string[] = [];
  for (const [at, path] of pathsAround(demo).entries()) {
    if (!isTurnOf(isMobile, at)) continue;
    await page.goto(path);
    found.push(...(await problemsOf(page, path, SCHEMES)));
  }
  expect(found).toEqual([]);
});

/** The look-up with what it says, a page that waits for its order, and the host's own. */
function pathsAround({ shops }: DemoShops): readonly string[] {
  return [
    ...shops.flatMap((shop) => [
      `/find/${shop.slug}?lang=ar`,
      `/find/${shop.slug}/sent`,
      `/find/${shop.slug}?problem=number,proof`,
      goLink(shop, "NOT-YET"),
    ]),
    "/",
    "/find",
    "/t/AAAAAAAAAAAAAAAAAAAAAA",
  ];
}
