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

test("who answers is told for each carrier, and is chosen in another order", async ({ page, demo }) => {
  const list = `/admin/shops/${deskOf(demo).otherSlug}/carriers`;
  await page.goto(`/admin/sign-in?to=${list}`);
  await signIn(page, "outsider@desk.example", deskOf(demo).password);
  const answers = page.getByRole("region", { name: "Who answers" });
  const usps = answers.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "USPS" }) });
  await expect(usps).toContainText("USPS is asked.");
  await expect(usps.getByText("Choose who answers")).toHaveCount(0);
  await page.goto(`${list}/connect?carrier=easypost`);
  await page.getByLabel("API key").fill("sandbox-answers");
  await page.getByRole("button", { name: "Try and save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("EasyPost");

  await page.goto(list);
  await expect(usps).toContainText("USPS is asked, then EasyPost.");
  await usps.getByText("Choose who answers for USPS").click();
  await usps.getByLabel("First").selectOption("EasyPost");
  await usps.getByLabel("Where that one cannot").selectOption("USPS");
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await axeProblems(page)).toEqual([]);
  expect(await layoutProblems(page)).toEqual([]);
  await usps.getByRole("button", { name: "Save who answers" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Saved\./);
  await expect(usps).toContainText("EasyPost is asked, then USPS.");
  await expect(usps).toContainText("chosen by you");
  await usps.getByText("Choose who answers for USPS").click();
  await usps.getByRole("button", { name: "Back to the usual" }).click();
  await expect(usps).toContainText("USPS is asked, then EasyPost.");
  await expect(usps).not.toContainText("chosen by you");
});

test("of whom nobody can be asked is said, and their orders are a step away", async ({ page, demo }) => {
  await page.goto("/admin/sign-in?to=/admin/shops/alishan-tea/carriers");
  await signIn(page, "tea@desk.example", deskOf(demo).password);
  await expect(page.getByText("Nobody can be asked about 黑貓宅急便: one order of the last 90 days.")).toBeVisible();
  expect(await layoutProblems(page)).toEqual([]);
  await page.getByRole("link", { name: "Show those with 黑貓宅急便" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.locator("tbody")).toContainText("AT-5551");
});
