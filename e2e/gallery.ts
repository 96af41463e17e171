import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import { ensureBuild } from "#lib/cli/demo-build.ts";
import { type CleanUp, onShutdown, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { findChromium, QUIET_FLAGS } from "./find-chromium.ts";
import { enteredDesk, type Place, shotOfDesk, shotOfPage } from "./gallery-camera.ts";
import { DESK_SHOTS, type DeskShot } from "./gallery-desk-shots.ts";
import { galleryPage, SHOTS, type Shot } from "./gallery-shots.ts";
import { missingScripts } from "./missing-scripts.ts";
import { startProductionApp } from "./production-app.ts";

const folder = fileURLToPath(new URL("../docs/gallery/", import.meta.url));
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
    const shots = await readable(browser);
    if (app.login === null) throw new Error("The demo has no owner");
    const visit = await enteredDesk(browser, app.demo, app.login);
    await takeAll({ browser, demo: app.demo, visit }, shots);
  } finally {
    forget();
    await runCleanUp(cleanUp);
  }
}

type Readable = { readonly pages: readonly Shot[]; readonly desk: readonly DeskShot[] };

/** What this machine has fonts for. */
async function readable(browser: Browser): Promise<Readable> {
  const page = await browser.newPage();
  const missing = await missingScripts(page);
  await page.close();
  const isReadable = (shop: Shot["shop"]) => shop !== "alishan-tea" || !missing.has("zh-Hant-TW");
  const pages = SHOTS.filter(({ locale, shop }) => !missing.has(locale) && isReadable(shop));
  const desk = DESK_SHOTS.filter(({ shop }) => isReadable(shop));
  const left = SHOTS.length + DESK_SHOTS.length - pages.length - desk.length;
  if (left > 0) {
    say(`No fonts for ${[...missing].join(", ")}: ${left} pictures are left out.`);
    say("Install fonts for these scripts (such as Noto Sans and Noto Sans CJK) before you commit the gallery.");
  }
  return { pages, desk };
}

async function takeAll(place: Place, { pages, desk }: Readable): Promise<void> {
  await mkdir(folder, { recursive: true });
  let sum = 0;
  const keep = async (name: string, webp: Buffer) => {
    await writeFile(join(folder, `${name}.webp`), webp);
    say(`  ${name}.webp ${Math.round(webp.length / 1_000)} kB`);
    sum += webp.length;
  };
  for (const shot of pages) await keep(shot.name, await shotOfPage(place, shot));
  for (const shot of desk) await keep(shot.name, await shotOfDesk(place, shot));
  const names = [...pages, ...desk].map(({ name }) => `${name}.webp`);
  const kept = new Set(["README.md", ...names]);
  for (const file of await readdir(folder)) if (!kept.has(file)) await rm(join(folder, file));
  await writeFile(join(folder, "README.md"), galleryPage(pages, desk));
  say(`${names.length} pictures, ${Math.round(sum / 1_000)} kB, in docs/gallery`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

await main();
