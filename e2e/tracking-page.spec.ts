import type { Page } from "@playwright/test";
import { expectOrder } from "./expect-order.ts";
import { expect, test } from "./fixtures.ts";

test("every demo link shows its answer, its items and their pictures, and most of them a day", async ({
  page,
  demo,
}) => {
  test.slow();
  const headlines: (string | null)[] = [];
  for (const { path, shows } of demo.links) {
    await test.step(shows, async () => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      await expectOrder(page);
      await expectPictures(page);
      headlines.push(await page.getByRole("heading", { level: 1 }).textContent());
    });
  }
  expect(headlines.filter((text) => /\d/.test(text ?? "")).length).toBeGreaterThan(headlines.length / 2);
});

test("dark mode is another set of colours where the shop follows the shopper's choice", async ({ page, demo }) => {
  const link = demo.links[0]?.path ?? "";
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(link);
  const light = await paperOf(page);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await paperOf(page)).not.toBe(light);
});

async function expectPictures(page: Page): Promise<void> {
  const pictures = page.getByRole("main").locator("img").filter({ visible: true });
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveJSProperty("complete", true);
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
}

function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
