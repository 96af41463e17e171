import type { Page } from "@playwright/test";
import { demoSlugs } from "#lib/demo/merchants.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";
import { focusWalk, USABLE } from "./focus-walk.ts";
import { layoutProblems, unfold } from "./layout-problems.ts";

const FINGER_PX = 44;
const LONGEST_MOTION_MS = 300;

function stage(demo: DemoShops, slug: (typeof demoSlugs)[number], state: string): string {
  const found = demo.stages.find((each) => each.slug === slug && each.state === state);
  if (found === undefined) throw new Error(`No page of ${slug} shows ${state}`);
  return found.path;
}

for (const [slug, state] of [
  ["maison-alder", "exception, the shopper must act"],
  ["voltgarten", "in_transit"],
  ["alishan-tea", "available_for_pickup"],
] as const) {
  test(`${slug}, ${state}: the Tab key reaches everything in reading order, and shows where it is`, async ({
    page,
    demo,
  }) => {
    await page.goto(`${stage(demo, slug, state)}?lang=en&dials=open`);
    await unfold(page);
    const reachable = await page
      .locator(USABLE)
      .evaluateAll((all) => all.filter((each) => each.checkVisibility()).length);
    const stops = await focusWalk(page);
    expect(stops.map(({ at }) => at)).toEqual(Array.from({ length: reachable }, (_, at) => at));
    for (const [nth, stop] of stops.entries()) {
      expect.soft(stop.isSeen, `${stop.name} is not covered`).toBe(true);
      expect.soft(stop.outline, `${stop.name} has an outline`).toBeGreaterThanOrEqual(2);
      expect.soft(stop.contrast, `the outline of ${stop.name} stands out`).toBeGreaterThanOrEqual(3);
      const before = stops[nth - 1];
      if (before?.column === stop.column)
        expect.soft(stop.bottom, `${stop.name} comes after ${before.name}`).toBeGreaterThan(before.top);
    }
  });
}

test("folds open and close with Enter and with Space, and say so", async ({ page, demo }) => {
  await page.goto(`${stage(demo, "maison-alder", "delivered")}?lang=en`);
  const folds = page.locator("details");
  for (const fold of await folds.all()) {
    const summary = fold.locator("summary").first();
    await summary.focus();
    for (const [key, isOpen] of [
      ["Enter", true],
      ["Space", false],
    ] as const) {
      await page.keyboard.press(key);
      await expect(fold).toHaveJSProperty("open", isOpen);
    }
  }
  expect(await folds.count()).toBeGreaterThan(3);
});

test("a wrong postcode is answered where it was typed, and the next Tab goes on from there", async ({
  page,
  demo,
  isMobile,
}) => {
  await page.goto(`${stage(demo, "voltgarten", isMobile ? "picked_up" : "info_received")}?lang=en`);
  await page.locator("#address summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Postcode of the delivery address")).toBeFocused();
  await page.keyboard.type("ZZ9 9ZZ");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#address$/);
  const field = page.getByLabel("Postcode of the delivery address");
  await expect(field).toHaveAccessibleDescription(/That is not the postcode of this order/);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#postcode-error")).toBeInViewport();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("#address") !== null)).toBe(true);
});

test("saved settings are confirmed where they were saved, and the next Tab goes on from there", async ({
  page,
  demo,
  isMobile,
}) => {
  await page.goto(`${stage(demo, "voltgarten", isMobile ? "picked_up" : "info_received")}?lang=en`);
  const dials = page.locator(".dials");
  await dials.getByRole("link").focus();
  await page.keyboard.press("Enter");
  await expect(dials.getByRole("heading")).toBeInViewport();
  await dials.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#dials$/);
  await expect(dials.getByRole("status")).toBeInViewport();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest(".dials") !== null)).toBe(true);
});

test("ears find their way: landmarks, one first heading, no level left out, every part named once", async ({
  page,
  demo,
  isMobile,
}) => {
  test.slow();
  for (const [at, { path, state, slug }] of demo.stages.entries()) {
    if (slug !== "maison-alder" || at % 2 === (isMobile ? 0 : 1)) continue;
    await page.goto(`${path}?lang=en`);
    for (const role of ["banner", "main", "contentinfo"] as const) await expect(page.getByRole(role)).toHaveCount(1);
    const outline = await outlineOf(page);
    expect(
      outline.levels.filter((level) => level === 1),
      state,
    ).toHaveLength(1);
    expect(outline.levels[0], `${state} begins with its answer`).toBe(1);
    for (const [at, level] of outline.levels.entries())
      expect(level - (outline.levels[at - 1] ?? 0), `${state}: ${outline.levels}`).toBeLessThanOrEqual(1);
    expect(new Set(outline.regions).size, state).toBe(outline.regions.length);
    expect(
      outline.regions.filter((name) => name === ""),
      state,
    ).toEqual([]);
  }
});

/** Levels of headings in the order of the document, and names of the parts that are landmarks. */
function outlineOf(page: Page): Promise<{ readonly levels: readonly number[]; readonly regions: readonly string[] }> {
  return page.evaluate(() => ({
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => Number(tagName.slice(1))),
    regions: [...document.querySelectorAll("nav, section[aria-labelledby], section[aria-label]")].map((part) => {
      const named = document.getElementById(part.getAttribute("aria-labelledby") ?? "");
      return (part.getAttribute("aria-label") ?? named?.textContent ?? "").trim();
    }),
  }));
}

test("each step says how it stands, one is the present one, and news is told politely", async ({ page, demo }) => {
  await page.goto(`${stage(demo, "alishan-tea", "exception")}?lang=en`);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - heading /come later than we said/ [level=1]
    - list "Where your order is":
      - listitem: /Ordered , done/
      - listitem: /Sent , done/
      - listitem: /Held up , now, not as planned/
      - listitem: /Here , still to come/
  `);
  await expect(page.locator("[aria-current=step]")).toHaveCount(1);
  const news = page.getByRole("status");
  await expect(news).toHaveAttribute("aria-live", "polite");
  await expect(news).toHaveText("");
});

test("whatever can be tapped is large enough for a finger", async ({ page, demo }) => {
  const found: string[] = [];
  for (const [at, slug] of demoSlugs.entries()) {
    for (const state of ["available_for_pickup", "delivered", "two parcels, one here and one late"]) {
      await page.goto(`${stage(demo, slug, state)}?dials=open&lang=${["en", "de", "ar"][at]}`);
      await unfold(page);
      for (const small of await page.locator(USABLE).evaluateAll(smallOnes, FINGER_PX))
        found.push(`${slug}, ${state}: ${small}`);
    }
  }
  expect(found).toEqual([]);
});

/** Those with less room than that, besides links within a sentence. Runs in the page. */
function smallOnes(all: readonly Element[], least: number): string[] {
  return all.flatMap((element) => {
    const around = [...(element.parentElement?.childNodes ?? [])];
    const isInSentence = around.some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "");
    if (!element.checkVisibility() || (element.tagName === "A" && isInSentence)) return [];
    const boxes = [element, ...element.querySelectorAll("*")].map((each) => each.getBoundingClientRect());
    const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
    const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
    if (width >= least - 0.5 && height >= least - 0.5) return [];
    return [
      `${element.tagName} "${element.textContent?.trim().slice(0, 30)}" ${Math.round(width)} x ${Math.round(height)}`,
    ];
  });
}

test("at 400 % the page has 320 px; there, and with its letters set apart or much larger, all stays readable", async ({
  page,
  demo,
  isMobile,
}) => {
  test.slow();
  const found: string[] = [];
  const tell = async (name: string) => {
    for (const problem of await layoutProblems(page)) found.push(`${name}: ${problem}`);
  };
  for (const [at, { path, slug, state }] of demo.stages.entries()) {
    if (at % 2 === (isMobile ? 0 : 1)) continue;
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(`${path}?dials=open&lang=${["de", "th", "en"][at % 3]}`);
    await unfold(page);
    await tell(`${slug}, ${state} at 320 px`);
    await page.setViewportSize({ width: isMobile ? 390 : 1280, height: 800 });
    await page.evaluate(enlarge, isMobile ? "150%" : "200%");
    await tell(`${slug}, ${state} enlarged`);
    await page.evaluate(enlarge, "");
    await page.evaluate(spaceOut);
    await tell(`${slug}, ${state} set apart`);
  }
  expect(found).toEqual([]);
});

/** WCAG 1.4.4, as browsers do that make only letters larger. Runs in the page. */
function enlarge(size: string): void {
  document.documentElement.style.fontSize = size;
}

/** WCAG 1.4.12. Runs in the page. */
function spaceOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
  );
  document.adoptedStyleSheets = [sheet];
}

test("the present step arrives in a moment; who wants no motion gets none", async ({ page, demo }) => {
  const path = stage(demo, "maison-alder", "in_transit");
  const motions = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .flatMap((element) =>
          ["", "::before", "::after"].map((part) => {
            const { animationName, animationDuration, transitionDuration } = getComputedStyle(element, part);
            const durations =
              animationName === "none" ? transitionDuration : `${animationDuration}, ${transitionDuration}`;
            return Math.max(...durations.split(",").map((each) => Number.parseFloat(each) * 1_000));
          }),
        )
        .filter((ms) => ms > 0),
    );
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto(path);
  const moving = await motions();
  expect(moving.length).toBeGreaterThan(0);
  expect(Math.max(...moving)).toBeLessThanOrEqual(LONGEST_MOTION_MS);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(path);
  expect(await motions()).toEqual([]);
});
