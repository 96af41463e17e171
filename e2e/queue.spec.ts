import type { Browser, Page } from "@playwright/test";
import { axeProblems } from "./axe-problems.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";
import { again, deskOf, signIn } from "./sign-in-testing.ts";

const SLUG = "busy-maison-alder";
const QUEUE = `/admin/shops/${SLUG}?lang=en`;
const TODO = /\/todo\/[0-9a-f-]{36}/;

async function enter(page: Page, demo: DemoShops, name: string): Promise<void> {
  await page.goto("/admin/sign-in?lang=en");
  await signIn(page, `${name}@desk.example`, deskOf(demo).password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/need/);
}

async function opened(browser: Browser, demo: DemoShops, name: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.baseUrl, javaScriptEnabled });
  const page = await context.newPage();
  await enter(page, demo, name);
  return page;
}

const rowAbout = (page: Page, text: RegExp) => page.locator("[data-todo]").filter({ hasText: text });
const momentOf = ({ late }: DemoShops, name: string) => late.desk.find(({ moment }) => moment === name)?.path ?? "";

/** One after the other: each works on the same few things. */
test.describe.configure({ mode: "serial" });

test("the queue is read and worked through by keys, and what was done is taken back", async ({ page, demo }) => {
  await enter(page, demo, "ben");
  const row = rowAbout(page, /stuck/);
  await expect(row).toContainText(/Robin in Leeds.*stuck in Memphis since \w+\. Ask DHL\?/s);
  const rows = await page.locator("[data-todo]").count();
  await row.locator("[data-row]").focus();
  await again(() => page.keyboard.press("a"), row.filter({ hasText: "yours" }));
  await expect(page.getByText("Given to ben.").first()).toBeVisible();
  await page.keyboard.press("e");
  await expect(row).toHaveCount(0);
  await expect(page.getByText("Off the list.").first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toHaveCount(1);
  await row.locator("[data-row]").focus();
  await page.keyboard.press("s");
  await expect(page.locator("[data-todo]")).toHaveCount(rows - 1);
  await page.keyboard.press("u");
  await expect(page.locator("[data-todo]")).toHaveCount(rows);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("Nothing left to do");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(TODO);
});

test("of two people who act at once the second is told by whom", async ({ page, browser, demo }) => {
  await enter(page, demo, "ben");
  const eve = await opened(browser, demo, "eve");
  for (const each of [page, eve]) await rowAbout(each, /stuck/).locator("[data-row]").click();
  // The shopper's page is copied as at the order, never opened: that would count as the shopper's look.
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the shopper's link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/t\/[\w-]{22}$/);
  expect((await page.request.get(copied)).status()).toBe(200);
  await page.getByRole("button", { name: /Give it back|Take it/ }).click();
  await expect(page.getByText(/Given to ben\.|nobody's now/).first()).toBeVisible();
  await eve.getByRole("button", { name: "Nothing left to do" }).click();
  await expect(eve.getByText("ben did something here a moment ago.").first()).toBeVisible();
  await expect(rowAbout(page, /stuck/)).toHaveCount(1);
  await eve.context().close();
});

test("a choice is answered with words that its shopper reads, and a mail is written as they get it", async ({
  page,
  demo,
}) => {
  await enter(page, demo, "ben");
  await rowAbout(page, /asked .* for a new one/)
    .locator("[data-row]")
    .click();
  await expect(page.getByText("Robin wants: a new one.")).toBeVisible();
  await page.getByLabel("Your words to Robin, if any").fill("It leaves us tonight.");
  await page.getByRole("button", { name: "I am on it" }).click();
  await expect(page.getByText("They see that you are on it.").first()).toBeVisible();
  await page.getByText("Write to Robin").click();
  await page.getByLabel("Your words", { exact: true }).fill("Dear Robin,\n\nwe are sorry.");
  const preview = page.getByRole("region", { name: "What they get" });
  await expect(preview).toContainText("Dear Robin,");
  await preview.scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByText("Your mail is on its way.").first()).toBeVisible();
  await expect(page.getByText("ben wrote").first()).toBeVisible();
  await page.goto(momentOf(demo, "loss, a new one was asked for"));
  await expect(page.getByText("It leaves us tonight.")).toBeVisible();
  await expect(page.getByText("is seeing to it.")).toBeVisible();
});

test("what a shopper says is missing is on the list; everything works without a script, undo too", async ({
  browser,
  demo,
}) => {
  const shopper = await (await browser.newContext({ baseURL: demo.baseUrl, javaScriptEnabled: false })).newPage();
  await shopper.goto(momentOf(demo, "storm, it is here"));
  await shopper.getByText("It is not here", { exact: true }).click();
  await shopper.getByRole("button", { name: /that it is not here/ }).click();
  await expect(shopper.getByText("is seeing to it")).toBeVisible();
  // Whoever comes back reads it still.
  await shopper.goto(momentOf(demo, "storm, it is here"));
  await expect(shopper.getByText("is seeing to it")).toBeVisible();
  await shopper.context().close();
  const page = await opened(browser, demo, "eve", false);
  const row = rowAbout(page, /said today that nothing came/);
  await row.locator("[data-row]").click();
  await page.getByRole("button", { name: "Nothing left to do" }).click();
  await expect(page.getByText("Off the list.").first()).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("On the list again.").first()).toBeVisible();
  await page.getByText("Write to Robin").click();
  await page.getByLabel("Your words", { exact: true }).fill(" ");
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByText("Please write a few words")).toBeVisible();
  await page.context().close();
});

test("the queue is accessible and laid out, on a phone and a desk, light and dark, in both languages", async ({
  page,
  demo,
}) => {
  test.slow();
  await enter(page, demo, "ben");
  await rowAbout(page, /stuck/).locator("[data-row]").click();
  await expect(page).toHaveURL(TODO);
  const todo = new URL(page.url()).pathname;
  for (const [width, lang, colorScheme] of [
    [390, "en", "light"],
    [390, "zh-Hant", "dark"],
    [1280, "en", "dark"],
    [1280, "zh-Hant", "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    for (const path of [QUEUE.split("?")[0] ?? "", todo]) {
      await page.goto(`${path}?lang=${lang}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await layoutProblems(page), `${path} ${width} ${lang}`).toEqual([]);
      expect(await axeProblems(page), `${path} ${width} ${lang}`).toEqual([]);
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${width}-${lang}-${colorScheme}-${path.includes("todo") ? "todo" : "list"}.png`,
          fullPage: true,
        });
    }
  }
});
