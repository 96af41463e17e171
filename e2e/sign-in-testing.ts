import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext, BrowserContext, Locator, Page, PlaywrightWorkerArgs } from "@playwright/test";
import type { DemoShops } from "./demo-shops.ts";
import { expect } from "./fixtures.ts";

/** The desk's people and letter box. Throws where the app was started without trials. */
export function deskOf({ desk }: DemoShops): NonNullable<DemoShops["desk"]> {
  if (desk === null) throw new Error("The app was started without a desk");
  return desk;
}

/** Requests of somebody who is signed in, with cookies of their own. */
export async function signedInAs(
  playwright: PlaywrightWorkerArgs["playwright"],
  demo: DemoShops,
  name: string,
): Promise<APIRequestContext> {
  const request = await playwright.request.newContext({ baseURL: demo.baseUrl });
  const form = { email: `${name}@desk.example`, password: deskOf(demo).password };
  const options = { form, headers: { Origin: demo.baseUrl }, maxRedirects: 0 };
  const response = await request.post("/admin/sign-in/password", options);
  expect([response.status(), response.headers().location]).toEqual([303, "/admin"]);
  return request;
}

/** The cookies of who has signed in already in this worker: each sign-in counts against a limit, and takes its time. */
const ENTERED = new Map<string, Promise<Parameters<BrowserContext["addCookies"]>[0]>>();

/** Opens a page of the desk for somebody who is signed in. */
export async function enter(
  page: Page,
  demo: DemoShops,
  { name, path }: { readonly name: string; readonly path: string },
) {
  const known = ENTERED.get(name) ?? cookiesOf(page.request, demo, name);
  ENTERED.set(name, known);
  await page.context().addCookies(await known);
  await page.goto(path);
}

async function cookiesOf(request: APIRequestContext, demo: DemoShops, name: string) {
  const form = { email: `${name}@desk.example`, password: deskOf(demo).password };
  await request.post("/admin/sign-in/password", { form, headers: { Origin: demo.baseUrl }, maxRedirects: 0 });
  return (await request.storageState()).cookies;
}

/** Signs in as a person does. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The link in the newest mail to this address, once it has come; only its path, with what belongs to it. */
export async function linkMailedTo(demo: DemoShops, email: string, about: RegExp): Promise<string> {
  const { letters } = deskOf(demo);
  let link = "";
  await expect
    .poll(() => {
      const mails = readdirSync(letters)
        .sort()
        .map((file) => readFileSync(join(letters, file), "utf8"));
      const mail = mails.findLast((text) => text.includes(`To: ${email}`) && about.test(text)) ?? "";
      const plain = mail.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "=");
      link = /https?:\/\/[^\s"<]*(\/admin\/[^\s"<]*)/.exec(plain)?.[1] ?? "";
      return link;
    })
    .not.toBe("");
  return link;
}

/** Opens the desk's menu on a phone. */
export function openMenu(page: Page): Promise<void> {
  return again(() => page.getByRole("button", { name: "Menu" }).click(), page.getByRole("dialog"));
}

/** Opens the menu of one's own and picks something in it, by keys. */
export async function pickInOwnMenu(page: Page, { button, item }: { button: string; item: string }): Promise<void> {
  const pick = page.getByRole("menuitem", { name: item });
  await again(() => page.getByRole("button", { name: button }).press("Enter"), pick);
  await pick.press("Enter");
}

/** Does it until what it leads to is seen: a page that has just come can be looked at before its script runs. */
export async function again(act: () => Promise<unknown>, sight: Locator): Promise<void> {
  await expect(async () => {
    if (!(await sight.isVisible())) await act();
    await expect(sight).toBeVisible({ timeout: 2_000 });
  }).toPass();
}
