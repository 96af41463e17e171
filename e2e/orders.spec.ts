import type { Page } from "@playwright/test";
import { axeProblems } from "./axe-problems.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";
import { again, deskOf, enter } from "./sign-in-testing.ts";

/** The list of the first demo shop's orders, for somebody of its support. */
async function openOrders(page: Page, demo: DemoShops): Promise<string> {
  const path = `/admin/shops/${deskOf(demo).slug}/orders`;
  await enter(page, demo, { name: "support", path });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");
  return path;
}

test("an order is found by anything, the list is narrowed down, and walked by keys", async ({ page, demo }) => {
  const path = await openOrders(page, demo);
  const rows = page.getByRole("row").filter({ has: page.locator("[data-row]") });
  const all = await rows.count();
  expect(all).toBeGreaterThan(5);

  await again(() => page.keyboard.press("/"), page.getByLabel("Find an order").and(page.locator(":focus")));
  const first = (await rows.first().locator(".order-number").textContent()) ?? "";
  await page.keyboard.type(first);
  await page.keyboard.press("Enter");
  await expect(rows.first()).toContainText(first);
  await expect(rows.first()).toContainText("by its number");
  await page.getByRole("link", { name: /^Without:/ }).click();
  await expect(rows).toHaveCount(all);

  if (!(await page.getByLabel("Parcel").isVisible())) await page.getByText("Narrow it down").click();
  await page.getByLabel("Parcel").selectOption({ label: "Delivered" });
  await page.getByRole("button", { name: "Show" }).last().click();
  await expect(page.getByRole("link", { name: "Without: Parcel: Delivered" })).toBeVisible();
  expect(await rows.count()).toBeLessThan(all);
  await expect(rows.first()).toContainText("Delivered");
  await page.goto(`${path}?q=nobody+at+all`);
  await expect(page.getByRole("heading", { name: "Nothing fits" })).toBeVisible();
  await page.getByRole("link", { name: "All orders" }).click();

  await expect(rows).toHaveCount(all);
  const focused = page.locator("[data-row]:focus");
  await again(() => page.keyboard.press("j"), focused);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(rows.first().locator("[data-row]")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Order ${first}`);
});

test("the list is turned round at the head of its column, and among the choices where it is cards", async ({
  page,
  demo,
}) => {
  const path = await openOrders(page, demo);
  const numbers = page.locator("tbody .order-number");
  const newest = await numbers.allTextContents();
  await page.getByText("Narrow it down").click();
  await page.getByLabel("In order").selectOption("Oldest first");
  await page.getByRole("button", { name: "Show" }).last().click();
  await expect(page).toHaveURL(/[?&]sort=oldest/);
  await expect(page.getByRole("table", { name: "Orders, the oldest first" })).toBeVisible();
  // All fit on one page: the same, the other way round.
  expect(await numbers.allTextContents()).toEqual(newest.toReversed());
  expect(await layoutProblems(page)).toEqual([]);

  await page.setViewportSize({ width: 1280, height: 800 });
  const head = page.getByRole("columnheader", { name: "Ordered" });
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  expect(await axeProblems(page)).toEqual([]);
  await head.getByRole("link").press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  expect(await numbers.allTextContents()).toEqual(newest);
});

test("an order is shown whole, asked about at once, and looked at as it was", async ({ page, demo }) => {
  const path = await openOrders(page, demo);
  await page.goto(`${path}/${deskOf(demo).parts.first}`);
  await expect(page.getByRole("heading", { name: "What was promised" })).toBeVisible();
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByRole("status")).toContainText(/answered|asked a moment ago|no parcel|done with/);

  const slider = page.getByRole("slider", { name: "The moment" });
  await expect(slider).toHaveAttribute("aria-valuetext", /Now/);
  await page.getByRole("button", { name: "Earlier" }).click();
  await expect(slider).not.toHaveAttribute("aria-valuetext", /Now/);
  await slider.fill("0");
  await expect(slider).toHaveAttribute("aria-valuetext", /The order came in/);
  await expect(page.getByText("Nothing was sent then")).toBeVisible();

  await page.getByRole("link", { name: "Show street and phone" }).click();
  await expect(page.getByRole("link", { name: "Hide street and phone" })).toBeVisible();
  const raw = page.getByRole("button", { name: "Show it" });
  if (await raw.isVisible()) {
    await raw.click();
    await expect(page.locator("pre.raw")).toContainText("observedAt");
  }
});

test("a link is revoked, which closes the shopper's page, and made anew", async ({ page, demo, request }) => {
  // In a shop whose pages nobody else looks at.
  const path = `/admin/shops/${deskOf(demo).mallorySlug}/orders`;
  await enter(page, demo, { name: "mallory", path });
  await page.goto((await page.locator("[data-row]").first().getAttribute("href")) ?? path);
  const see = page.getByRole("link", { name: "Open the shopper's page" });
  const old = new URL((await see.getAttribute("href")) ?? "", demo.baseUrl).pathname;
  expect((await request.get(old)).status()).toBe(200);
  await page.getByText("Revoke it", { exact: true }).click();
  await page.getByRole("button", { name: "Revoke the link" }).click();
  await expect(page.getByRole("status").first()).toContainText("The link is revoked");
  expect((await request.get(old)).status()).toBe(404);
  await page.getByRole("button", { name: "Make a new one" }).click();
  await expect(page.getByRole("status").first()).toContainText("There is a new link");
  const fresh = new URL((await see.getAttribute("href")) ?? "", demo.baseUrl).pathname;
  expect(fresh).not.toBe(old);
  expect([(await request.get(fresh)).status(), (await request.get(old)).status()]).toEqual([200, 404]);
});

test("orders are accessible and laid out, light and dark, in both languages", async ({ page, demo }) => {
  test.slow();
  const path = await openOrders(page, demo);
  const late = await page
    .locator(".datatable-row-open [data-row]")
    .first()
    .getAttribute("href")
    .catch(() => null);
  const looks = [path, `${path}?q=nobody`, `${path}/${deskOf(demo).parts.first}`, ...(late === null ? [] : [late])];
  for (const look of looks) {
    for (const lang of ["en", "zh-Hant"]) {
      await page.goto(`${look}${look.includes("?") ? "&" : "?"}lang=${lang}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await layoutProblems(page), `${look} ${lang}`).toEqual([]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeProblems(page, { contrastOnly: colorScheme === "dark" }), `${look} ${lang}`).toEqual([]);
      }
    }
  }
});
