import { createHmac } from "node:crypto";
import { expect, test } from "./fixtures.ts";

/** The link as a shop's mail template builds it. */
function goLink(shop: { slug: string; linkSecret: string }, orderNumber: string): string {
  const sig = createHmac("sha256", shop.linkSecret).update(orderNumber).digest("hex");
  return `/go/${shop.slug}?${new URLSearchParams({ order: orderNumber, sig })}`;
}

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
  }
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
