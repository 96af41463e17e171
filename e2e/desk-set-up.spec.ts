import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { deskOf, signIn } from "./sign-in-testing.ts";

const OWNER = { name: "Ana", email: "ana@first.example", password: "three words and a lamp" };

test("a fresh server is set up with its code, by one owner, once", async ({ browser, demo }) => {
  const { fresh } = deskOf(demo);
  const context = await browser.newContext({ baseURL: fresh.baseUrl });
  const page = await context.newPage();
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/admin\/setup$/);
  expect(await axeProblems(page)).toEqual([]);

  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("Email address").fill(OWNER.email);
  await page.getByLabel("Password").fill("short");
  await page.getByLabel("Set-up code").fill("WRONG-CODE");
  await page.getByLabel("Name of your shop").fill("Café Élan");
  await page.getByLabel("Currency").fill("eur");
  await page.getByLabel("Time zone").fill("Mars");
  await page.getByRole("button", { name: "Open the desk" }).click();
  await expect(page.getByLabel("Set-up code")).toHaveAccessibleDescription(/not the code of this server/);
  await expect(page.getByLabel("Time zone")).toHaveAccessibleDescription(/not a time zone/);
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/12 to 128 characters/);
  await expect(page.getByLabel("Name of your shop")).toHaveValue("Café Élan");
  await expect(page.getByLabel("Password")).toHaveValue("");
  expect(page.url()).not.toContain("first.example");

  await page.getByLabel("Set-up code").fill(fresh.code.toLowerCase());
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByLabel("Time zone").fill("Europe/Paris");
  await page.getByRole("button", { name: "Open the desk" }).click();
  await expect(page).toHaveURL(/\/admin\/shops\/cafe-elan$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody waits for you");

  // A new shop is told what to do first, and each step leads to its room.
  const steps = page.getByRole("region", { name: "Ten minutes, and you are at home" }).getByRole("link");
  await expect(steps).toHaveText([
    "Bring your orders in",
    "Make the page yours",
    "Connect your carriers",
    "Let others in",
  ]);
  for (const link of await steps.all()) {
    expect((await page.request.get((await link.getAttribute("href")) ?? "")).status()).toBe(200);
  }

  // Closed for good: for people, and for what somebody posts by hand.
  await page.goto("/admin/setup");
  await expect(page).toHaveURL(/\/admin\/shops\/cafe-elan$/);
  const form = { ...OWNER, email: "eve@first.example", code: fresh.code };
  const options = { form, headers: { Origin: fresh.baseUrl }, maxRedirects: 0 };
  const again = await context.request.post("/admin/setup/create", options);
  expect(again.headers().location).toBe("/admin/sign-in");

  // Without a mail server, whoever runs this one lets people in.
  await page.goto("/admin/shops/cafe-elan/people");
  await expect(page.getByText("porchlight member add EMAIL --merchant cafe-elan")).toBeVisible();
  await page.getByText("Remove", { exact: true }).click();
  await page.getByRole("button", { name: "Remove Ana" }).click();
  await page.goto("/admin/shops/cafe-elan/people");
  await expect(page.getByText(OWNER.email)).toBeVisible();

  await context.clearCookies();
  await page.goto("/admin/sign-in");
  await expect(page.getByText("porchlight member link EMAIL")).toBeVisible();
  await signIn(page, OWNER.email, OWNER.password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody waits for you");
  await context.close();
});
