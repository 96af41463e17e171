import { expect, test } from "./fixtures.ts";

test.use({ expectedErrors: /status of 404/ });

const WRONG = [
  "/t/AAAAAAAAAAAAAAAAAAAAAA",
  "/t/short",
  "/t/%00",
  "/t/%E2%82%AC/calendar",
  "/t/%0d%0aX-Made-Up:1/calendar",
  "/t/short/dials",
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

test("whoever comes to a form's address by a link is led to the page", async ({ request, demo }) => {
  const path = demo.links[0]?.path ?? "";
  for (const form of ["address", "dials", "remedy"]) {
    const response = await request.get(`${path}/${form}`, { maxRedirects: 0 });
    expect(response.status()).toBe(303);
    expect(response.headers().location).toBe(path);
  }
});

test("a link that leads nowhere says so kindly", async ({ page }) => {
  const response = await page.goto("/t/AAAAAAAAAAAAAAAAAAAAAA");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle("This link does not lead to an order");
});
