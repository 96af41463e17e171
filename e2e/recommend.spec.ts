import type { Page } from "@playwright/test";
import { languages } from "#lib/brand/languages/registry.ts";
import type { PersonaName } from "#lib/demo/personas.ts";
import { axeProblems } from "./axe-problems.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";

/*
 * What is offered, and to whom nothing is: Naomi left a bad review, Chrissy's bag is late, Marshall subscribes to his tea.
 */

function pathsOf(
  { personas }: DemoShops,
  name: PersonaName,
): readonly { readonly number: string; readonly path: string }[] {
  const found = personas.filter((persona) => persona.name === name);
  if (found.length === 0) throw new Error(`${name} has no orders`);
  return found;
}

function pathOf(demo: DemoShops, name: PersonaName, number: string): string {
  const found = pathsOf(demo, name).find((order) => order.number === number);
  if (found === undefined) throw new Error(`${name} has no order ${number}`);
  return found.path;
}

const row = (page: Page) => page.locator("section.offers");

/** The page is there with all that comes behind it. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "load" });
  await expect(page.locator("h1")).toBeVisible();
}

test("Naomi, who left a bad review, is offered nothing on any page: what helps her stays", async ({ page, demo }) => {
  for (const { path } of pathsOf(demo, "naomi")) {
    await open(page, `${path}?lang=en`);
    await expect(row(page)).toHaveCount(0);
    await expect(page.locator("#help")).toBeVisible();
  }
  // What came can still be set up and looked after.
  await open(page, `${pathOf(demo, "naomi", "VG-88106")}?lang=en`);
  await expect(page.locator("section", { has: page.locator("#guides") })).toContainText("Set it up");
});

test("Chrissy, whose bag is late, is offered nothing beside the apology, nor with what came before", async ({
  page,
  demo,
}) => {
  for (const { path } of pathsOf(demo, "chrissy")) {
    await open(page, `${path}?lang=en`);
    await expect(row(page)).toHaveCount(0);
  }
  await open(page, `${pathOf(demo, "chrissy", "#1029")}?lang=en`);
  await expect(page.locator("#answer")).toContainText("sorry");
});

test("Marshall is offered what goes with his tea, with the reason, and never the tea that he subscribes to", async ({
  page,
  demo,
}) => {
  await open(page, `${pathOf(demo, "marshall", "AT-5481")}?lang=en`);
  const things = row(page).locator("[data-offer]");
  await expect(row(page).locator("h2")).toHaveText("Goes with your order");
  expect(await things.count()).toBeGreaterThanOrEqual(2);
  expect(await things.count()).toBeLessThanOrEqual(4);
  await expect(row(page)).toContainText("阿里山高山烏龍");
  for (const title of await things.locator(".offer-title").allTextContents()) expect(title).not.toContain("高山烏龍");
  // Pictures are ours: nobody else learns that the page was looked at.
  for (const src of await things.locator("img").evaluateAll((all) => all.map((each) => each.getAttribute("src"))))
    expect(src).toMatch(/^\/media\/alishan-tea\/[0-9a-f]{64}$/);
  const first = await things.locator(".offer-title").allTextContents();
  await page.reload();
  expect(await things.locator(".offer-title").allTextContents()).toEqual(first);
});

test("before it comes the page helps instead", async ({ page, demo }) => {
  await open(page, `${pathOf(demo, "marshall", "AT-5536")}?lang=en`);
  await expect(row(page)).toHaveCount(0);
  await expect(page.locator("#guides")).toHaveText("While you wait");
});

test("what was on the screen for a second is told once, behind the page; a tap leads to the shop's own page", async ({
  page,
  demo,
}) => {
  const path = pathOf(demo, "marshall", "AT-5430");
  const told: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/seen"))
      told.push(...(new URLSearchParams(request.postData() ?? "").get("products") ?? "").split(" "));
  });
  await open(page, `${path}?lang=en`);
  const ids = await row(page)
    .locator("[data-offer]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("data-offer") ?? ""));
  await row(page).scrollIntoViewIfNeeded();
  for (const thing of await row(page).locator("[data-offer]").all()) {
    const answered = page
      .waitForResponse((response) => response.url().endsWith("/seen"), { timeout: 6_000 })
      .catch(() => null);
    await thing.scrollIntoViewIfNeeded();
    if (!told.includes((await thing.getAttribute("data-offer")) ?? "")) expect((await answered)?.status()).toBe(204);
  }
  expect(told.toSorted()).toEqual(ids.toSorted());
  const href = await row(page).locator("a").first().getAttribute("href");
  const tap = await page.request.get(href ?? "", { maxRedirects: 0 });
  expect(tap.status()).toBe(303);
  expect(tap.headers().location).toMatch(/^https:\/\/alishan-tea\.example\/products\/at-/);
});

test("nothing of it hurts to read, in either scheme, from left to right and from right to left", async ({
  page,
  demo,
}) => {
  const found: string[] = [];
  const path = pathOf(demo, "marshall", "AT-5481");
  for (const [locale, scheme] of [
    ["zh-Hant-TW", "light"],
    ["ar", "dark"],
    ["de", "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, `${path}?lang=${locale}`);
    await expect(page.locator("html")).toHaveAttribute("lang", languages[locale].tag);
    await expect(row(page)).toBeVisible();
    const contrastOnly = locale === "de";
    found.push(...(await axeProblems(page, { contrastOnly })).map((problem) => `${locale} ${scheme}: ${problem}`));
  }
  expect(found).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the row stands in the page, its links lead on, and nobody claims that it was seen", async ({ page, demo }) => {
    let told = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/seen")) told += 1;
    });
    // On a machine that is busy, the first look may come before the row is made: without JavaScript nothing follows a page.
    await expect(async () => {
      await open(page, `${pathOf(demo, "marshall", "AT-5481")}?lang=en`);
      await expect(row(page)).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await expect(row(page).locator("a").first()).toHaveAttribute("href", /\/see\?product=/);
    expect(told).toBe(0);
  });
});
