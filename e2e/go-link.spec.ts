import { expect, test } from "./fixtures.ts";
import { goLink } from "./go-link.ts";

test("a signed link from a confirmation email leads to the order's page", async ({ page, demo }) => {
  for (const shop of demo.shops) {
    const response = await page.goto(goLink(shop, shop.orderNumber));
    expect(response?.status()).toBe(200);
    expect(new URL(page.url()).pathname).toMatch(/^\/t\/[\w-]{22}$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("a signed link to an order that has not arrived yet says that it is being prepared", async ({ page, demo }) => {
  for (const shop of demo.shops) {
    const response = await page.goto(goLink(shop, "A-NUMBER-THAT-IS-NOT-THERE-YET"));
    expect(response?.status()).toBe(200);
    expect(new URL(page.url()).pathname).toBe(`/go/${shop.slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // The browser's language goes before the shop's own.
    await expect(page).toHaveTitle("Your page is being prepared");
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(1);
  }
});

test.describe("a reader of Chinese", () => {
  test.use({ locale: "zh-TW" });

  test("waits in their own language at every shop, or in the one that they chose before", async ({ page, demo }) => {
    const waiting = demo.shops.map((shop) => goLink(shop, "A-NUMBER-THAT-IS-NOT-THERE-YET"));
    for (const path of waiting) {
      await page.goto(path);
      await expect(page).toHaveTitle("頁面準備中");
    }
    await page.goto(`${waiting[0]}&lang=en`);
    await expect(page).toHaveTitle("Your page is being prepared");
    await page.goto(waiting[1] ?? "");
    await expect(page).toHaveTitle("Your page is being prepared");
  });
});

test("a page that waits looks again at the same signed address, comes to rest, and can be asked again", async ({
  page,
  demo,
}) => {
  const [shop] = demo.shops;
  if (shop === undefined) throw new Error("The demo has no shop");
  const path = goLink(shop, "#NOT THERE & YET");
  await page.goto(path);
  const refresh = await page.locator('meta[http-equiv="refresh"]').getAttribute("content");
  const next = /^10;url=(.*)$/.exec(refresh ?? "")?.[1] ?? "";
  expect((await page.goto(`/go/${shop.slug}${next}`))?.status()).toBe(200);
  expect((await page.goto(`${path}&try=30`))?.status()).toBe(200);
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  await page.getByRole("link", { name: "Look again" }).click();
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(1);
  expect(new URL(page.url()).searchParams.get("order")).toBe("#NOT THERE & YET");
});

test("an order number that cannot be one is not found, however well it is signed", async ({ request, demo }) => {
  const [shop] = demo.shops;
  if (shop === undefined) throw new Error("The demo has no shop");
  for (const number of ["\0", "1001\0", "9".repeat(201)])
    expect((await request.get(goLink(shop, number))).status()).toBe(404);
});

test("a wrong, a missing and another shop's signature are not found, whether the order exists or not", async ({
  request,
  demo,
}) => {
  const [shop, other] = demo.shops;
  if (shop === undefined || other === undefined) throw new Error("The demo has fewer than two shops");
  const signedByOther = goLink({ ...shop, linkSecret: other.linkSecret }, shop.orderNumber);
  const order = encodeURIComponent(shop.orderNumber);
  const wrong = [
    signedByOther,
    `/go/${shop.slug}?order=${order}`,
    `/go/${shop.slug}?order=${order}&sig=`,
    `/go/${shop.slug}?order=${order}&sig=${"0".repeat(64)}`,
    `/go/${shop.slug}?order=NOT-THERE&sig=${"0".repeat(64)}`,
    `/go/${shop.slug}`,
    goLink({ ...shop, slug: "no-such-shop" }, shop.orderNumber),
  ];
  for (const path of wrong) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(404);
  }
});
