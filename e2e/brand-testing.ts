import type { Browser, FrameLocator, Locator, Page } from "@playwright/test";
import type { DemoShops } from "./demo-shops.ts";
import { expect } from "./fixtures.ts";
import { deskOf, signIn } from "./sign-in-testing.ts";

/** The page beside the form. */
export function preview(page: Page): FrameLocator {
  return page.frameLocator("iframe");
}

/** What it says first. */
export function headline(page: Page): Locator {
  return preview(page).getByRole("heading", { level: 1 });
}

/** Opens a part of the editor. */
export function openPart(page: Page, name: string): Promise<void> {
  return page.getByRole("navigation", { name: "Parts of the brand" }).getByRole("link", { name }).click();
}

/** Where the brand of this window's shop is, and the page of an order of it. */
export function roomOf(demo: DemoShops, project: string): { readonly room: string; readonly shopper: string } {
  const { slug = "", path = "" } = deskOf(demo).brandless[project] ?? {};
  return { room: `/admin/shops/${slug}/brand`, shopper: path };
}

/** The brand's page of this window's shop, for one of its people. */
export async function openBrand(page: Page, demo: DemoShops, { name, project }: { name: string; project: string }) {
  const { room } = roomOf(demo, project);
  await page.goto(`/admin/sign-in?to=${room}`);
  await signIn(page, `${name}-${project}@desk.example`, deskOf(demo).password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Brand");
}

/** The editor writes what is open into its address once it is alive: what is typed before is only text in a field. */
export function isAlive(page: Page): Promise<void> {
  return expect(page).toHaveURL(/part=/);
}

/** A custom property of the page in the frame, as it is drawn now. */
export function drawn(page: Page, property: string): Promise<string> {
  return preview(page)
    .locator("html")
    .evaluate((html, name) => getComputedStyle(html).getPropertyValue(name).trim(), property);
}

/** The variables of the page in the frame, word for word. */
export function drawnVariables(page: Page): Promise<string> {
  return preview(page)
    .locator("html")
    .evaluate(() => {
      const styles = [...document.querySelectorAll("style")].map((style) => style.textContent);
      return styles.find((text) => text.startsWith(":root{")) ?? "";
    });
}

/** Keeps back what the editor tells the server, until what is returned is called. */
export async function holdTellings(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/brand?*", async (route) => {
    if (route.request().method() === "POST") await promise;
    await route.continue();
  });
  return resolve;
}

/** The same page for somebody else who works there. */
export async function colleague(browser: Browser, demo: DemoShops, project: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.baseUrl, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await openBrand(page, demo, { name: "second", project });
  await isAlive(page);
  return page;
}
