import type { Browser, BrowserContext, Page } from "@playwright/test";
import sharp from "sharp";
import type { DemoLogin } from "#lib/demo/demo-owner.ts";
import type { DemoShops } from "./demo-shops.ts";
import type { DeskShot } from "./gallery-desk-shots.ts";
import type { Shot } from "./gallery-shots.ts";
import { goLink } from "./go-link.ts";
import { signIn } from "./sign-in-testing.ts";

/** What a picture may weigh, so that the repository stays small. */
const MOST_BYTES = 60_000;
const QUALITIES = [84, 76, 68, 60, 50, 40];
const WINDOWS = {
  phone: { viewport: { width: 390, height: 1_000 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1_280, height: 860 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
} as const;

type Look = { readonly window: Shot["window"]; readonly scheme: Shot["scheme"] };
/** Where pictures are taken; `visit` is that of somebody who has signed in at the desk. */
export type Place = { readonly browser: Browser; readonly demo: DemoShops; readonly visit: Visit };
type Visit = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Signs in once for all pictures of the desk: who does so again and again has to wait. */
export async function enteredDesk(browser: Browser, demo: DemoShops, login: DemoLogin): Promise<Visit> {
  const context = await browser.newContext({ baseURL: demo.baseUrl, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/admin/sign-in");
  await signIn(page, login.email, login.password);
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  const visit = await context.storageState();
  await context.close();
  return visit;
}

/** A page of a shopper's order. */
export async function shotOfPage(place: Place, shot: Shot): Promise<Buffer> {
  const shop = place.demo.shops.find(({ slug }) => slug === shot.shop);
  if (shop === undefined) throw new Error(`The demo has no shop ${shot.shop}`);
  const context = await opened(place, shot, "en-GB");
  const page = await context.newPage();
  const response = await page.goto(`${goLink(shop, shot.order)}&lang=${shot.locale}`);
  if (response?.status() !== 200 || !new URL(page.url()).pathname.startsWith("/t/"))
    throw new Error(`${shot.shop} has no page of ${shot.order}`);
  // A first view does not wait for its fonts; the second one has them at hand.
  await page.evaluate(() => document.fonts.ready);
  await page.reload();
  if (shot.from !== null) await scrolledTo(page, shot.from);
  return developed(context, page);
}

/** A room of a shop's desk, for its owner. */
export async function shotOfDesk(place: Place, shot: DeskShot): Promise<Buffer> {
  const context = await opened(place, shot, shot.language);
  await context.addCookies(place.visit.cookies);
  const page = await context.newPage();
  const lang = shot.language === "zh-TW" ? "zh-Hant" : "en";
  const [path = "", query = ""] = shot.room.split("?");
  await page.goto(
    `/admin/shops/${shot.shop}${path}?${new URLSearchParams([...new URLSearchParams(query), ["lang", lang]])}`,
  );
  if (!new URL(page.url()).pathname.endsWith(path)) throw new Error(`${shot.shop} has no room ${shot.room}`);
  if (shot.isOpened) await page.goto((await page.locator("[data-row]").first().getAttribute("href")) ?? "");
  for (const frame of page.frames()) await frame.waitForLoadState("networkidle");
  return developed(context, page);
}

function opened({ browser, demo }: Place, { window, scheme }: Look, locale: string): Promise<BrowserContext> {
  return browser.newContext({
    ...WINDOWS[window],
    baseURL: demo.baseUrl,
    colorScheme: scheme,
    locale,
    // The one motion of the page would be caught half-way.
    reducedMotion: "reduce",
  });
}

/** With a little air above it. */
async function scrolledTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((part) => window.scrollTo(0, part.getBoundingClientRect().top - 24));
}

async function developed(context: BrowserContext, page: Page): Promise<Buffer> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const isSeen = ({ top, bottom }: DOMRect) => top < window.innerHeight && bottom > 0;
    const seen = [...document.images].filter((image) => isSeen(image.getBoundingClientRect()));
    await Promise.all(seen.map((image) => image.decode()));
  });
  const picture = await page.screenshot();
  await context.close();
  return compact(picture);
}

/** The best quality that is not too heavy. */
async function compact(png: Buffer): Promise<Buffer> {
  for (const quality of QUALITIES) {
    const webp = await sharp(png).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
    if (webp.length <= MOST_BYTES || quality === QUALITIES.at(-1)) return webp;
  }
  throw new Error("No quality was tried");
}
