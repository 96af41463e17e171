import { expect, type Page } from "@playwright/test";

/** One headline, the steps and the things of an order stand on the page. */
export async function expectOrder(page: Page): Promise<void> {
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
