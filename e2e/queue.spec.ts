import type { Page } from "@playwright/test";
import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";
import { deskOf, signIn } from "./sign-in-testing.ts";

const SHOTS = process.env.SHOTS;
async function shot(page: Page, name: string) {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
const shopOf = (project: string) => (project === "phone" ? "late-alishan-tea" : "late-maison-alder");

test("looks", async ({ page, demo }, { project }) => {
  test.slow();
  const slug = shopOf(project.name);
  await page.goto("/admin/sign-in?lang=en");
  await signIn(page, "ben@desk.example", deskOf(demo).password);
  for (const [lang, scheme] of [
    ["en", "light"],
    ["en", "dark"],
    ["zh-Hant", "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`/admin/shops/${slug}?lang=${lang}`);
    await shot(page, `${project.name}-list-${lang}-${scheme}`);
    console.log(lang, scheme, await layoutProblems(page), await axeProblems(page));
    await page.locator("[data-row]").first().click();
    await page.waitForURL(/todo/);
    await page.locator(".do-fold > summary").last().click();
    await shot(page, `${project.name}-todo-${lang}-${scheme}`);
    console.log(await layoutProblems(page), await axeProblems(page));
  }
  for (let nth = 1; nth < 5; nth += 1) {
    await page.goto(`/admin/shops/${slug}?lang=en`);
    await page.locator("[data-row]").nth(nth).click();
    await page.waitForURL(/todo/);
    await shot(page, `${project.name}-todo-n${nth}`);
  }
  await page.goto(`/admin/shops/${deskOf(demo).slug}`);
});
