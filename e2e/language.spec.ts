import { expect, test } from "./fixtures.ts";

test("a page speaks the shop's language, and its other one when the shopper asks for it", async ({ page, demo }) => {
  const tea = demo.links.find(({ shows }) => shows.startsWith("Alishan Tea"))?.path ?? "";
  await page.goto(tea);
  await expect(page.locator("html")).toHaveAttribute("lang", /^zh-Hant/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\p{Script=Han}/u);
  await page.getByRole("contentinfo").getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/\p{Script=Han}/u);
});
