import { expect, test } from "./fixtures.ts";

test.use({ expectedErrors: /status of 404/ });

const WRONG = [
  "/t/AAAAAAAAAAAAAAAAAAAAAA",
  "/t/short",
  "/t/%00",
  "/nowhere",
  "/media/nowhere/nothing.svg",
  `/media/%00/${"0".repeat(64)}`,
];

for (const path of WRONG) {
  test(`${path} is a 404 that keeps its status and its headers`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(404);
    expect(response.headers()["x-robots-tag"]).toContain("noindex");
  });
}

test("a link that leads nowhere says so kindly", async ({ page }) => {
  const response = await page.goto("/t/AAAAAAAAAAAAAAAAAAAAAA");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle("This link does not lead to an order");
});
