import { axeProblems } from "./axe-problems.ts";
import { headline, isAlive, openBrand, roomOf } from "./brand-testing.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";

test("each part of the editor is accessible and laid out, by day and by night, in both languages", async ({
  page,
  demo,
}, { project }) => {
  test.slow();
  const { room } = roomOf(demo, project.name);
  await openBrand(page, demo, { name: "second", project: project.name });
  for (const each of ["look", "pictures", "links", "words"])
    for (const lang of ["en", "zh-Hant"]) {
      await page.goto(`${room}?part=${each}&lang=${lang}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await layoutProblems(page), `${each} ${lang}`).toEqual([]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeProblems(page, { contrastOnly: colorScheme === "dark" }), `${each} ${lang}`).toEqual([]);
      }
    }
  await page.goto(`${room}?lang=en`);
  await isAlive(page);
  await expect(page.locator("iframe")).toBeHidden();
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(headline(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name of the shop" })).toBeHidden();
  await page.goto(`${room}/preview?scene=late&locale=zh-Hant-TW`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
});
