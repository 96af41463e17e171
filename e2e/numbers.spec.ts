import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems, unfold } from "./layout-problems.ts";
import { deskOf, signedInAs, signIn } from "./sign-in-testing.ts";

const pathOf = (slug: string) => `/admin/shops/${slug}/numbers`;

test("support reads the shop's numbers as sentences, charts and tables, for days of their own", async ({
  page,
  demo,
}) => {
  test.slow();
  const { slug, password } = deskOf(demo);
  await page.goto(`/admin/sign-in?to=${pathOf(slug)}`);
  await signIn(page, "support@desk.example", password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Numbers");
  await expect(page.getByText("Last 30 days")).toHaveAttribute("aria-current", "page");
  await expect(page.getByText(/came on the promised day or before/).first()).toBeVisible();

  await page.getByRole("link", { name: "Last 90 days" }).click();
  const onTime = page.getByRole("region", { name: "On time" });
  await expect(onTime.locator(".recharts-bar-rectangle").first()).toBeAttached();
  await onTime.getByText("As a table").click();
  await expect(onTime.getByRole("rowheader").first()).toBeVisible();
  await onTime.getByText("What is counted").click();
  await expect(onTime.getByText(/Left out: parcels sent back/)).toBeVisible();

  await page.getByLabel("From").fill("2026-11-20");
  await page.getByLabel("To", { exact: true }).fill("2026-11-10");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("alert").first()).toContainText("The first day comes after the last");
  await expect(page.getByLabel("From")).toHaveValue("2026-11-20");

  for (const lang of ["en", "zh-Hant"]) {
    await page.goto(`${pathOf(slug)}?days=90&lang=${lang}`);
    await expect(page.locator(".recharts-bar-rectangle").first()).toBeAttached();
    await unfold(page);
    expect(await layoutProblems(page), lang).toEqual([]);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeProblems(page, { contrastOnly: colorScheme === "dark" }), `${lang} ${colorScheme}`).toEqual([]);
    }
  }
});

test("the same numbers come as a file, all of them or one figure's; what is asked for wrongly is the usual span", async ({
  playwright,
  demo,
}) => {
  const request = await signedInAs(playwright, demo, "support");
  const file = async (query: string) => (await request.get(`${pathOf(deskOf(demo).slug)}/csv${query}`)).text();
  const whole = await file("?days=90");
  expect(whole.split("\r\n")[0]).toBe("figure,item,measure,from,to,value,before");
  expect(whole).toMatch(/^on_time,,on_time,20\d\d-\d\d-\d\d,20\d\d-\d\d-\d\d,\d+,\d+\r$/m);
  const one = (await file("?days=90&figure=transit")).trimEnd().split("\r\n").slice(1);
  expect(one.every((line) => line.startsWith("transit,"))).toBe(true);
  expect(await file("?from=x&to=%3D1%2B1")).toBe(await file(""));
  await request.dispose();
});
