import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { Temporal } from "temporal-polyfill";
import { languages, locales } from "#lib/brand/languages/registry.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";

/* Every page here is an order that nobody else looks at, one for each kind of window: what is saved there stays saved. */

test.use({ javaScriptEnabled: false });

const STREET = "14 Mill Street";
const STATES = { phone: "picked_up", wide: "in_transit" } as const;

function pathOf(demo: DemoShops, isMobile: boolean): string {
  const state = isMobile ? STATES.phone : STATES.wide;
  const found = demo.stages.find((stage) => stage.slug === "alishan-tea" && stage.state === state);
  if (found === undefined) throw new Error(`No page shows ${state}`);
  return found.path;
}

test("without scripts a page says all that it says with them", async ({ page, browser, demo }) => {
  const scripted = await browser.newContext({ javaScriptEnabled: true, baseURL: demo.baseUrl });
  const other = await scripted.newPage();
  // What moves is told with its minutes, which pass; what has come to rest is the same word for word.
  for (const { path } of demo.stages.filter(({ state }) => /^(delivered|returned|stopped)$/.test(state))) {
    for (const each of [page, other]) await each.goto(`${path}?lang=en`);
    await expect(other.locator("next-route-announcer")).toBeAttached();
    await expect(page.locator("next-route-announcer")).not.toBeAttached();
    for (const role of ["banner", "main", "contentinfo"] as const) {
      const said = (await page.getByRole(role).textContent()) ?? "";
      expect(said).toMatch(/\S/);
      expect(said).toBe(await other.getByRole(role).textContent());
    }
  }
  await scripted.close();
});

test("the whole address is shown to who knows its postcode, to nobody else, and can be hidden again", async ({
  page,
  demo,
  isMobile,
}) => {
  await page.goto(`${pathOf(demo, isMobile)}?lang=en`);
  await expect(page.getByText(STREET)).toHaveCount(0);
  await page.getByText("Show the whole address").click();
  await askFor(page, "ZZ9 9ZZ");
  expect(new URL(page.url()).hash).toBe("#address");
  await expect(page.getByText("That is not the postcode of this order")).toBeVisible();
  await expect(page.getByText(STREET)).toHaveCount(0);
  expect(page.url()).not.toContain("ZZ9");
  await askFor(page, "ls1 4ap");
  await expect(page.getByText(STREET)).toBeVisible();
  await expect(page.getByText("Robin Alvarez")).toBeVisible();
  expect(page.url()).not.toMatch(/ls1/i);
  await page.reload();
  await expect(page.getByText(STREET)).toBeVisible();
  await page.locator("#address").getByRole("button").click();
  await expect(page.getByText(STREET)).toHaveCount(0);
});

async function askFor(page: Page, postcode: string): Promise<void> {
  await page.locator("#postcode").fill(postcode);
  await page.locator("#address").getByRole("button").click();
}

test("settings are saved and shown again: the day it is needed, how often, and the language", async ({
  page,
  demo,
  isMobile,
}) => {
  const path = pathOf(demo, isMobile);
  const today = Temporal.Now.plainDateISO("UTC");
  await page.goto(`${path}?lang=en`);
  await page.getByRole("link", { name: "Your settings" }).click();
  await page.getByLabel("I need it by").fill(today.add({ days: 30 }).toString());
  await page.locator("#email-delivered").selectOption("daily");
  await page.locator("#email-delayed").selectOption("off");
  await page.getByLabel("Language of this page").selectOption("de");
  await page.getByRole("button", { name: "Save" }).click();
  expect(new URL(page.url()).hash).toBe("#dials");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator(".dials").getByRole("status")).toBeVisible();
  await expect(page.locator("#needed")).toHaveValue(today.add({ days: 30 }).toString());
  await expect(page.locator("#email-delivered")).toHaveValue("daily");
  await expect(page.locator("#email-delayed")).toHaveValue("off");
  // The choice holds without being asked for, and for a browser that wants another language.
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("main")).toContainText(/Sie brauchen/);
});

test("a day that cannot be needed is refused, and says so", async ({ page, demo, isMobile }) => {
  await page.goto(`${pathOf(demo, isMobile)}?lang=en`);
  await page.getByRole("link", { name: "Your settings" }).click();
  // The field's own lower end is the browser's to keep; this is what a browser without it would send.
  await page.locator("#needed").evaluate((field) => field.removeAttribute("min"));
  await page.locator("#needed").fill("2020-02-29");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("That could not be saved")).toBeVisible();
});

test("the day of arrival goes into a calendar as a file", async ({ page, demo, isMobile }) => {
  await page.goto(`${pathOf(demo, isMobile)}?lang=en`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Add to calendar" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("parcel.ics");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n.*\r\nDTSTART[^\r]*\d{8}.*\r\nEND:VCALENDAR\r?\n$/s);
  expect(text).not.toMatch(/Alvarez|Mill Street|LS1/);
});

test("every language of the shop is one link away, from every other", async ({ page, demo }) => {
  const { path } = demo.stages.find(({ slug, state }) => slug === "maison-alder" && state === "delivered") ?? {
    path: "",
  };
  await page.goto(`${path}?lang=en`);
  for (const locale of [...locales.slice(1), "en"] as const) {
    const { name, tag, direction } = languages[locale];
    await page.getByRole("contentinfo").getByRole("link", { name, exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("a form that comes from elsewhere, or from nowhere, changes nothing", async ({ request, demo, isMobile }) => {
  const path = pathOf(demo, isMobile);
  const forms = { address: { postcode: "LS1 4AP" }, dials: { language: "th", needed: "" }, remedy: { remedy: "wait" } };
  for (const origin of [null, "null", "https://evil.example", `${demo.baseUrl}.evil.example`, "file://"]) {
    for (const [name, form] of Object.entries(forms)) {
      const headers: Record<string, string> = origin === null ? {} : { Origin: origin };
      const response = await request.post(`${path}/${name}`, { form, headers, maxRedirects: 0 });
      expect(response.status(), `${name} from ${origin}`).toBe(403);
      expect(response.headers()["set-cookie"]).toBeUndefined();
    }
  }
});

test("what is no form, too large or without an order is refused", async ({ request, demo, isMobile }) => {
  const headers = { Origin: demo.baseUrl };
  const path = pathOf(demo, isMobile);
  expect((await request.post(`${path}/dials`, { data: { language: "th" }, headers })).status()).toBe(415);
  const large = { needed: "x".repeat(20_000) };
  expect((await request.post(`${path}/dials`, { form: large, headers })).status()).toBe(413);
  for (const name of ["address", "dials", "remedy"]) {
    const response = await request.post(`/t/AAAAAAAAAAAAAAAAAAAAAA/${name}`, { form: { postcode: "1" }, headers });
    expect(response.status()).toBe(404);
  }
});
