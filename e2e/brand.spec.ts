import sharp from "sharp";
import { axeProblems } from "./axe-problems.ts";
import {
  colleague,
  drawn,
  drawnVariables,
  headline,
  holdTellings,
  isAlive,
  openBrand,
  openPart,
  preview,
  roomOf,
} from "./brand-testing.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";

/*
 * A shop's brand from its first colour to what a shopper sees, in a shop that has published none yet.
 */

/** One after the other: they are of one shop. */
test.describe.configure({ mode: "default" });
test("a new merchant makes the page theirs, and a shopper sees it", async ({ page, demo }, { project }) => {
  test.slow();
  const { room, shopper } = roomOf(demo, project.name);
  await openBrand(page, demo, { name: "painter", project: project.name });
  await expect(page.getByText("nothing has been published yet")).toBeVisible();
  await expect(headline(page)).toContainText("Arriving by");
  await isAlive(page);

  await page.getByRole("textbox", { name: "Your colour", exact: true }).fill("#f2c200");
  await expect.poll(() => drawn(page, "--accent")).toBe("#f2c200");
  await page.getByRole("button", { name: "Set it to #" }).click();
  await expect(page.getByText("reaches only")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Your colour", exact: true }).fill("#8a2f3b");
  await page.getByRole("radio", { name: /Bookish/ }).check({ force: true });
  await expect.poll(() => drawn(page, "--type-display")).toContain("Source Serif 4");
  await page.getByRole("combobox", { name: "State" }).selectOption("Lost");
  await expect(headline(page)).toContainText("lost");
  await page.getByRole("combobox", { name: "Language", exact: true }).selectOption("Deutsch");
  await expect(preview(page).locator("html")).toHaveAttribute("lang", "de");
  await page.getByRole("radio", { name: "Dark", exact: true }).check({ force: true });
  await expect.poll(() => drawn(page, "color-scheme")).toBe("dark");
  await preview(page).getByRole("button").first().click();
  await preview(page).getByRole("link").first().click();
  await expect(preview(page).locator("html")).toHaveAttribute("lang", "de");

  await openPart(page, "Pictures");
  const picture = await sharp({ create: { width: 400, height: 200, channels: 3, background: "#8a2f3b" } })
    .png()
    .toBuffer();
  await page.getByLabel("A picture: Choose a picture").setInputFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: picture,
  });
  const dialog = page.getByRole("dialog", { name: "What of it is shown" });
  await dialog.locator(".ReactCrop__drag-handle.ord-e").focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press("Shift+ArrowLeft");
  // What a dialog covers is hidden and cannot be reached, which axe cannot tell.
  expect(await axeProblems(page, { without: ["aria-hidden-focus"] })).toEqual([]);
  await dialog.getByRole("button", { name: "Use this picture" }).click();
  await expect(page.getByText("The picture hangs in the draft.")).toBeVisible();
  const logo = preview(page).getByRole("img", { name: "Corner Books" });
  await expect(logo).toBeVisible();
  expect(Number(await logo.getAttribute("width"))).toBeLessThan(80);

  await openPart(page, "Links");
  await page.getByRole("textbox", { name: "Address of your shop" }).fill("corner");
  await expect(page.getByText("An address begins with https://")).toBeVisible();
  await page.getByRole("textbox", { name: "Address of your shop" }).fill("https://corner.example");
  await expect(page.getByText("An address begins with https://")).toHaveCount(0);

  await openPart(page, "Words");
  await page.getByRole("combobox", { name: "Language of the sentences" }).selectOption("English");
  await page.getByRole("combobox", { name: "State" }).selectOption("On its way");
  await page.getByRole("searchbox", { name: "Find words" }).fill("Arriving by");
  await page.getByRole("button", { name: "Say it otherwise" }).first().click();
  const own = page.getByRole("textbox", { name: "Your words" });
  await own.fill("On your doorstep by <date>soon</date>");
  await expect(page.getByText(/It lacks .*{on}/)).toBeVisible();
  await own.fill("On your doorstep by <date><day>{on}</day></date>");
  await expect(page.getByText(/It lacks/)).toHaveCount(0);
  await expect(headline(page)).toContainText("On your doorstep by");

  await page.getByRole("link", { name: "Look it over and publish" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "A sentence in English" })).toContainText(/doorstep.*you,/);
  expect(await axeProblems(page)).toEqual([]);
  expect(await layoutProblems(page)).toEqual([]);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published. Your shoppers see it")).toBeVisible();

  await page.goto(`${shopper}?lang=en`);
  await expect(page.getByRole("banner").getByRole("img", { name: "Corner Books" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Back to the shop" })).toHaveAttribute("href", "https://corner.example");
  const accent = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent"));
  expect(accent.trim()).toBe("#8a2f3b");

  await page.goto(room);
  await isAlive(page);
  await page.getByRole("textbox", { name: "Name of the shop" }).fill("Corner Books & Sons");
  await expect(page.getByText("1 change is not published yet.")).toBeVisible();
  await page.getByRole("link", { name: "Look it over and publish" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Version 1 is back, as version 3.")).toBeVisible();
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("list").last().getByRole("listitem")).toHaveCount(3);
  await page.getByRole("link", { name: "Look at it: Version 2" }).click();
  await expect(page).toHaveURL(/version=2/);
  await expect(preview(page).getByRole("img", { name: "Corner Books & Sons" })).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  expect(await layoutProblems(page)).toEqual([]);
});

test("a changed colour is on show before it is told, in the page that stands there, and is what publishing shows", async ({
  page,
  demo,
}, { project }) => {
  test.slow();
  const { shopper } = roomOf(demo, project.name);
  await openBrand(page, demo, { name: "painter", project: project.name });
  await isAlive(page);
  await expect(headline(page)).toBeVisible();
  const document = preview(page).locator("html");
  await document.evaluate((html) => html.setAttribute("data-stands", ""));
  const release = await holdTellings(page);
  for (const accent of ["#aa3300", "#225577"]) {
    await page.getByRole("textbox", { name: "Your colour", exact: true }).fill(accent);
    await expect.poll(() => drawn(page, "--accent")).toBe(accent);
  }
  await page.getByRole("radio", { name: "Dense" }).check({ force: true });
  await expect.poll(() => drawn(page, "--section-gap")).toBe("28px");
  await expect(page.locator(".brand-saving")).not.toContainText("Saved");
  const shown = await drawnVariables(page);
  release();
  await expect(page.locator(".brand-saving")).toContainText("Saved");
  await page.getByRole("textbox", { name: "Name of the shop" }).fill("Quick Books");
  await expect(preview(page).getByText("Quick Books").first()).toBeAttached();
  await expect(document).toHaveAttribute("data-stands", "");
  expect(await drawnVariables(page)).toBe(shown);

  await page.reload();
  await expect(headline(page)).toBeVisible();
  expect(await drawnVariables(page)).toBe(shown);
  await page.getByRole("link", { name: "Look it over and publish" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published. Your shoppers see it")).toBeVisible();
  await page.goto(`${shopper}?lang=en`);
  expect((await page.locator("style").allTextContents()).join("")).toContain(shown);
});

test("two people at one brand: what each did stays, and a clash is told to whoever came later", async ({
  page,
  browser,
  demo,
}, { project }) => {
  test.slow();
  await openBrand(page, demo, { name: "painter", project: project.name });
  await isAlive(page);
  const theirs = await colleague(browser, demo, project.name);
  const name = "Name of the shop";
  await theirs.getByRole("textbox", { name }).fill("Second's Books");
  await expect(theirs.locator(".brand-saving")).toContainText("Saved");
  await page.getByRole("radio", { name: "Airy" }).check({ force: true });
  await expect(page.getByText(`second-${project.name} changed something just now.`)).toBeVisible();
  await expect(page.getByRole("textbox", { name })).toHaveValue("Second's Books");

  await theirs.getByRole("textbox", { name }).fill("Second's Shop");
  await expect(theirs.locator(".brand-saving")).toContainText("Saved");
  await page.getByRole("textbox", { name }).fill("My Books");
  const clash = page.getByRole("alert").filter({ hasText: "changed this to" });
  await expect(clash).toContainText("“Second's Shop”");
  await expect(page.getByRole("textbox", { name })).toHaveValue("My Books");
  expect(await axeProblems(page)).toEqual([]);
  const told = page.waitForResponse((response) => response.request().method() === "POST");
  await clash.getByRole("button", { name: "Keep mine" }).click();
  await expect(clash).toHaveCount(0);
  await told;
  await theirs.reload();
  await expect(theirs.getByRole("textbox", { name })).toHaveValue("My Books");
  await expect(theirs.getByRole("radio", { name: "Airy" })).toBeChecked();

  await theirs.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(theirs.getByText("The draft is thrown away.")).toBeVisible();
  await theirs.getByRole("button", { name: "Take it back" }).click();
  await expect(theirs.getByRole("textbox", { name })).toHaveValue("My Books");
  await theirs.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(theirs.getByText("The draft is thrown away.")).toBeVisible();
  await theirs.context().close();
});

test("what is typed before the page's script runs stays, and is told once it does", async ({ page, demo }, {
  project,
}) => {
  await openBrand(page, demo, { name: "painter", project: project.name });
  await isAlive(page);
  await openPart(page, "Links");
  await expect(page).toHaveURL(/part=links/);
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await promise;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  const line = page.getByRole("textbox", { name: "Line at the foot" });
  const german = page.getByRole("checkbox", { name: "Deutsch" });
  await line.fill("Corner Books, 1 High Street");
  await german.uncheck();
  resolve();
  await expect(page.getByText(/2 changes are not published yet/)).toBeVisible();
  await expect(line).toHaveValue("Corner Books, 1 High Street");
  await expect(german).not.toBeChecked();
  await page.reload();
  await expect(line).toHaveValue("Corner Books, 1 High Street");
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page.getByText("The draft is thrown away.")).toBeVisible();
});

test("without JavaScript the brand is changed, looked over and thrown away by plain forms", async ({ browser, demo }, {
  project,
}) => {
  const context = await browser.newContext({ baseURL: demo.baseUrl, javaScriptEnabled: false });
  const page = await context.newPage();
  await openBrand(page, demo, { name: "second", project: project.name });
  await page.getByRole("textbox", { name: "Name of the shop" }).fill("Plain Books");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Saved in the draft.")).toBeVisible();
  await expect(preview(page).getByText("Plain Books").first()).toBeVisible();
  await page.getByRole("link", { name: "Look it over and publish" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "“Plain Books”" })).toBeVisible();
  await page.getByRole("link", { name: "Go on editing" }).click();
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page.getByText("The draft is thrown away.")).toBeVisible();
  await context.close();
});
