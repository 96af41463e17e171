import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import sharp from "sharp";
import { ensureBuild } from "#lib/cli/demo-build.ts";
import { type CleanUp, onShutdown, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import type { DemoShops } from "./demo-shops.ts";
import { findChromium, QUIET_FLAGS } from "./find-chromium.ts";
import { galleryPage, SHOTS, type Shot } from "./gallery-shots.ts";
import { goLink } from "./go-link.ts";
import { missingScripts } from "./missing-scripts.ts";
import { startProductionApp } from "./production-app.ts";

const folder = fileURLToPath(new URL("../docs/gallery/", import.meta.url));
/** What a picture may weigh, so that the repository stays small. */
const MOST_BYTES = 60_000;
const QUALITIES = [84, 76, 68, 60, 50, 40];
const WINDOWS = {
  phone: { viewport: { width: 390, height: 1_000 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1_280, height: 860 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
} as const;

/** Takes the pictures of `docs/gallery` anew. Those of languages that this machine has no fonts for are left out. */
async function main(): Promise<void> {
  const cleanUp: CleanUp = [];
  const forget = onShutdown(() => runCleanUp(cleanUp));
  try {
    say("Building where the sources changed ...");
    await ensureBuild((build) => cleanUp.push(() => build.stop(5_000)));
    const { path, env } = await findChromium();
    const app = await startProductionApp();
    cleanUp.push(app.stop);
    const options = { executablePath: path, args: [...QUIET_FLAGS], env: { ...process.env, ...env } };
    const browser = await chromium.launch(options);
    cleanUp.push(() => browser.close());
    await takeAll(browser, app.demo, await readable(browser));
  } finally {
    forget();
    await runCleanUp(cleanUp);
  }
}

async function readable(browser: Browser): Promise<readonly Shot[]> {
  const page = await browser.newPage();
  const missing = await missingScripts(page);
  await page.close();
  const shots = SHOTS.filter(
    ({ locale, shop }) => !missing.has(locale) && !(shop === "alishan-tea" && missing.has("zh-Hant-TW")),
  );
  if (shots.length < SHOTS.length) {
    say(`No fonts for ${[...missing].join(", ")}: ${SHOTS.length - shots.length} pictures are left out.`);
    say("Install fonts for these scripts (such as Noto Sans and Noto Sans CJK) before you commit the gallery.");
  }
  return shots;
}

async function takeAll(browser: Browser, demo: DemoShops, shots: readonly Shot[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  let sum = 0;
  for (const shot of shots) {
    const webp = await compact(await take(browser, demo, shot));
    await writeFile(join(folder, `${shot.name}.webp`), webp);
    say(`  ${shot.name}.webp ${Math.round(webp.length / 1_000)} kB`);
    sum += webp.length;
  }
  const kept = new Set(["README.md", ...shots.map(({ name }) => `${name}.webp`)]);
  for (const file of await readdir(folder)) if (!kept.has(file)) await rm(join(folder, file));
  await writeFile(join(folder, "README.md"), galleryPage(shots));
  say(`${shots.length} pictures, ${Math.round(sum / 1_000)} kB, in docs/gallery`);
}

async function take(browser: Browser, demo: DemoShops, shot: Shot): Promise<Buffer> {
  const shop = demo.shops.find(({ slug }) => slug === shot.shop);
  if (shop === undefined) throw new Error(`The demo has no shop ${shot.shop}`);
  const context = await browser.newContext({
    ...WINDOWS[shot.window],
    baseURL: demo.baseUrl,
    colorScheme: shot.scheme,
    // The one motion of the page would be caught half-way.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const response = await page.goto(`${goLink(shop, shot.order)}&lang=${shot.locale}`);
  if (response?.status() !== 200 || !new URL(page.url()).pathname.startsWith("/t/"))
    throw new Error(`${shot.shop} has no page of ${shot.order}`);
  // A first view does not wait for its fonts; the second one has them at hand.
  await page.evaluate(() => document.fonts.ready);
  await page.reload();
  await page.evaluate(async () => {
    await document.fonts.ready;
    const seen = [...document.images].filter((image) => image.getBoundingClientRect().top < window.innerHeight);
    await Promise.all(seen.map((image) => image.decode()));
  });
  const picture = await page.screenshot();
  await context.close();
  return picture;
}

/** The best quality that is not too heavy. */
async function compact(png: Buffer): Promise<Buffer> {
  for (const quality of QUALITIES) {
    const webp = await sharp(png).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
    if (webp.length <= MOST_BYTES || quality === QUALITIES.at(-1)) return webp;
  }
  throw new Error("No quality was tried");
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

await main();
