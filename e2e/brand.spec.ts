import type { FrameLocator, Page } from "@playwright/test";
import sharp from "sharp";
import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";
import { deskOf, signIn } from "./sign-in-testing.ts";

const SHOTS = process.env.SHOTS ?? "/tmp/w/brandshots";

async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

const frameOf = (page: Page): FrameLocator => page.frameLocator("iframe");
const headline = (page: Page) => frameOf(page).getByRole("heading", { level: 1 });

test("look", async ({ page, demo }, { project }) => {
  test.setTimeout(120_000);
  const { password, slug } = deskOf(demo);
  await page.goto(`/admin/sign-in?to=/admin/shops/${slug}/brand`);
  await signIn(page, "editor@desk.example", password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Brand");
  await page.waitForTimeout(1500);
  await shot(page, `${project.name}-1-look`);
  const color = page.getByLabel("Your colour", { exact: true }).last();
  await color.fill("#f2c200");
  await page.waitForTimeout(1500);
  await shot(page, `${project.name}-2-yellow`);
  for (const part of ["Pictures", "Links and languages", "Words"]) {
    await page.getByRole("navigation", { name: "Parts of the brand" }).getByRole("link", { name: part }).click();
    await page.waitForTimeout(800);
    await shot(page, `${project.name}-3-${part}`);
    await page.screenshot({ path: `${SHOTS}/${project.name}-3-${part}-full.png`, fullPage: true });
  }
  await page.goto(`/admin/shops/${slug}/brand?scene=late&device=desktop&scheme=dark`);
  await page.waitForTimeout(1000);
  if (project.name === "phone") await page.getByRole("button", { name: "Preview" }).click();
  await page.waitForTimeout(500);
  await shot(page, `${project.name}-4-late`);
  await page.goto(`/admin/shops/${slug}/brand/review`);
  await page.waitForTimeout(1000);
  await shot(page, `${project.name}-5-review`);
  await page.goto(`/admin/shops/${slug}/brand/history`);
  await page.waitForTimeout(1000);
  await shot(page, `${project.name}-6-history`);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/admin/shops/${slug}/brand?lang=zh-Hant`);
  await page.waitForTimeout(1000);
  await shot(page, `${project.name}-7-dark-zh`);
});
