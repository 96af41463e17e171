import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";
import { deskOf, signIn } from "./sign-in-testing.ts";

test("an account is connected, tried, limited, pushed to, paused, disconnected and taken back", async ({
  page,
  demo,
}) => {
  const { password, slug } = deskOf(demo);
  const list = `/admin/shops/${slug}/carriers`;
  await page.goto(`/admin/sign-in?to=${list}`);
  await signIn(page, "editor@desk.example", password);
  await expect(page.getByRole("heading", { level: 2, name: "UPS" })).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  expect(await layoutProblems(page)).toEqual([]);

  await page.getByRole("link", { name: "Connect an account" }).click();
  await page.getByRole("link", { name: /EasyPost/ }).click();
  await page.getByLabel("Name of the account").fill("second");
  await page.getByRole("button", { name: "Only try" }).click();
  await expect(page.getByText("Please enter the secret.")).toBeVisible();
  await page.getByLabel("API key").fill("sandbox-second");
  await page.getByRole("button", { name: "Only try" }).click();
  await expect(page.getByText("accepts these keys and answers")).toBeVisible();
  await expect(page.getByLabel("API key")).toHaveValue("sandbox-second");
  expect(await axeProblems(page)).toEqual([]);
  await page.getByLabel("API key").fill("wrong");
  await page.getByRole("button", { name: "Try and save" }).click();
  await expect(page.getByLabel("API key")).toHaveAccessibleDescription(/begin with sandbox-/);
  await expect(page.getByLabel("Name of the account")).toHaveValue("second");
  await expect(page.getByLabel("API key")).toHaveValue("");
  await page.getByLabel("API key").fill("sandbox-second");
  await page.getByRole("button", { name: "Try and save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("EasyPost, second");
  await expect(page.getByText(/^Connected\./).first()).toBeVisible();
  await page.getByRole("button", { name: "Try it now" }).click();
  await expect(page.getByText("accepts these keys and answers")).toBeVisible();

  await page.getByText("Limits", { exact: true }).click();
  await page.getByLabel("A day (UTC)").fill("many");
  await page.getByRole("button", { name: "Save the limits" }).click();
  await expect(page.getByLabel("A day (UTC)")).toHaveValue("many");
  await page.getByLabel("A day (UTC)").fill("500");
  await page.getByRole("button", { name: "Save the limits" }).click();
  await expect(page.getByText(/of 500 calls today/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/No limit\./)).toBeVisible();

  await page.getByRole("button", { name: "Make a push address" }).click();
  await expect(page.getByLabel("Address")).toHaveValue(/\/api\/webhooks\/carriers\/[\w-]{22}$/);
  await expect(page.getByLabel("Secret", { exact: true })).toHaveValue(/^[\w-]{32}$/);
  // The answer leads to the middle of the page, where the bar lies over a line.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await axeProblems(page)).toEqual([]);
  expect(await layoutProblems(page)).toEqual([]);

  await page.getByText("Pause or disconnect").click();
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByText(/Paused by you since/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/Paused by you since/)).toHaveCount(0);
  const address = page.url();
  await page.getByText("Pause or disconnect").click();
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText("EasyPost, second is disconnected.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The account is back")).toBeVisible();
  await page.goto(`${address.replace(/\?.*/, "")}?lang=zh-Hant`);
  await expect(page.getByRole("heading", { level: 2, name: "推送" })).toBeVisible();
  expect(await layoutProblems(page)).toEqual([]);
  await page.goto(`${address.replace(/\?.*/, "")}?lang=en`);
  await page.getByText("Pause or disconnect").click();
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText("EasyPost, second is disconnected.")).toBeVisible();
});
