import type { Page } from "@playwright/test";
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

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every demo link shows the same", async ({ page, demo }) => {
    test.slow();
    for (const { path, shows } of demo.links) {
      await test.step(shows, async () => {
        await page.goto(path);
        await expectOrder(page);
      });
    }
  });
});

test("in every width nothing is cut off or scrolls sideways, and the headline can be read in both schemes", async ({
  page,
  demo,
}) => {
  test.slow();
  for (const { path, shows } of demo.links) {
    await page.goto(path);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${shows} at ${width} px`).toBe(0);
    }
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await headlineContrast(page), `${shows}, ${colorScheme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test("dark mode is another set of colours where the shop follows the shopper's choice", async ({ page, demo }) => {
  const link = demo.links[0]?.path ?? "";
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(link);
  const light = await paperOf(page);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await paperOf(page)).not.toBe(light);
});

async function expectOrder(page: Page): Promise<void> {
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toHaveCount(1);
  await expect(headline).toBeVisible();
  await expect(headline).toHaveText(/\S/);
  await expect(page.getByRole("main").getByRole("list").first()).toBeVisible();
  const items = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.locator("img") });
  await expect(items.first()).toBeVisible();
}

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

/** WCAG contrast of the headline against what is painted behind it; colours are read back from a canvas. */
function headlineContrast(page: Page): Promise<number> {
  return page.getByRole("heading", { level: 1 }).evaluate((headline) => {
    const pixel = (color: string): readonly number[] => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      if (canvas === null) return [];
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]): number => {
      const linear = (part: number) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    let behind: Element | null = headline;
    while (behind !== null && pixel(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
    const paper = behind === null ? "white" : getComputedStyle(behind).backgroundColor;
    const [high = 0, low = 0] = [getComputedStyle(headline).color, paper]
      .map((it) => luminance(pixel(it)))
      .sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  });
}
