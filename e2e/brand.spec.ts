import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { axeProblems } from "./axe-problems.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";
import { deskOf, signIn } from "./sign-in-testing.ts";

/*
 * A shop's brand from the first colour to what a shopper sees. The shop is one that no other journey looks at closely; each
 * journey has people of its own.
 */
const preview = (page: Page) => page.frameLocator("iframe");
const headline = (page: Page) => preview(page).getByRole("heading", { level: 1 });
const part = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Parts of the brand" }).getByRole("link", { name }).click();
const isSaved = (page: Page) => expect(page.getByRole("status").first()).toContainText("Saved in the draft");

/** The brand's page of the shop, for somebody who is signed in there. */
async function openBrand(page: Page, demo: DemoShops, name: string): Promise<string> {
  const { password, brandless } = deskOf(demo);
  const path = `/admin/shops/${brandless[name.split("-")[1] ?? ""]?.slug}/brand`;
  await page.goto(`/admin/sign-in?to=${path}`);
  await signIn(page, `${name}@desk.example`, password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Brand");
  return path;
}

async function colleague(browser: Browser, demo: DemoShops, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.baseUrl, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await openBrand(page, demo, name);
  return page;
}

function accentOf(page: Page): Promise<string> {
  return preview(page)
    .locator("html")
    .evaluate((html) => getComputedStyle(html).getPropertyValue("--accent").trim());
}

test("look", async ({ page, demo, browser }, { project }) => {
  test.setTimeout(170_000);
  const SHOTS = "/tmp/w/brandshots";
  const shot = (page: Page, name: string, fullPage = false) =>
    page.screenshot({ path: `${SHOTS}/${project.name}-${name}.png`, fullPage });
  const path = await openBrand(page, demo, `painter-${project.name}`);
  await page.waitForTimeout(1500);
  await shot(page, "1-look");
  await shot(page, "1-look-full", true);
  const color = page.getByRole("textbox", { name: "Your colour" }).first();
  const began = Date.now();
  await color.fill("#c2410c");
  await expect.poll(() => accentOf(page), { intervals: [20] }).toBe("#c2410c");
  console.log("preview after", Date.now() - began, "ms");
  await color.fill("#f2c200");
  await page.waitForTimeout(1000);
  await shot(page, "2-yellow");
  for (const name of ["Pictures", "Links and languages", "Words"]) {
    await part(page, name);
    await page.waitForTimeout(800);
    await shot(page, `3-${name}`);
    await shot(page, `3-${name}-full`, true);
    console.log(name, await layoutProblems(page), await axeProblems(page));
  }
  const theirs = await colleague(browser, demo, `second-${project.name}`);
  await theirs.close();
  await page.goto(`${path}?scene=late&device=desktop&scheme=dark`);
  await page.waitForTimeout(1000);
  if (project.name === "phone") await page.getByRole("button", { name: "Preview" }).click();
  await page.waitForTimeout(500);
  await shot(page, "4-late");
  await page.goto(`${path}/review`);
  await page.waitForTimeout(1000);
  await shot(page, "5-review");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForTimeout(1000);
  await shot(page, "5b-published");
  await page.goto(`${path}/history`);
  await page.waitForTimeout(1000);
  await shot(page, "6-history");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${path}?lang=zh-Hant`);
  await page.waitForTimeout(1000);
  await shot(page, "7-dark-zh");
  console.log(headline, sharp, isSaved);
});
