import { expect, test } from "./fixtures.ts";

test.use({ locale: "zh-TW" });

test("a page speaks the browser's language, another one when the shopper asks for it, and remembers that", async ({
  page,
  demo,
}) => {
  const tea = demo.links.find(({ shows }) => shows.startsWith("Alishan Tea"))?.path ?? "";
  const language = page.locator("html");
  await page.goto(tea);
  await expect(language).toHaveAttribute("lang", "zh-Hant-TW");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\p{Script=Han}/u);
  await page.getByRole("contentinfo").getByRole("link", { name: "English" }).click();
  await expect(language).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/\p{Script=Han}/u);
  await page.goto(tea);
  await expect(language).toHaveAttribute("lang", "en");
});

test("a file that is fetched in a language does not choose it", async ({ page, demo }) => {
  const { path } = demo.stages.find(({ state }) => state === "in_transit") ?? demo.links[0] ?? { path: "" };
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant-TW");
  const file = await page.request.get(`${path}/calendar?lang=de`);
  expect(file.headers()["set-cookie"] ?? "").not.toContain("lang=");
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant-TW");
});

test.describe("where a link leads nowhere", () => {
  test.use({ expectedErrors: /status of 404/ });

  test("it is said in the language that was asked for, then in the one that was chosen, then in the browser's", async ({
    page,
  }) => {
    const language = page.locator("html");
    const nowhere = "/t/AAAAAAAAAAAAAAAAAAAAAA";
    await page.goto(nowhere);
    await expect(language).toHaveAttribute("lang", "zh-Hant-TW");
    await page.goto(`${nowhere}?lang=ar`);
    await expect(language).toHaveAttribute("lang", "ar");
    await page.goto(nowhere);
    await expect(language).toHaveAttribute("lang", "ar");
    await page.goto("/");
    await expect(language).toHaveAttribute("lang", "ar");
  });
});

test("a page that is read from the right runs from the right", async ({ page, demo }) => {
  await page.goto(`${demo.links[0]?.path ?? ""}?lang=ar`);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  const [logo, answer] = [page.getByRole("banner").locator("p"), page.getByRole("heading", { level: 1 })];
  const [bar, sentence] = [await logo.boundingBox(), await answer.boundingBox()];
  const width = page.viewportSize()?.width ?? 0;
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeGreaterThan(width / 2);
  expect((sentence?.x ?? 0) + (sentence?.width ?? 0)).toBeGreaterThan(width * 0.8);
});
