import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";

const QUIET_MS = 500;

/** Opens a page, touches nothing, and sums the scripts that it fetched: gzip bytes at level 9, each body once. */
export async function scriptBytesOf(context: BrowserContext, url: string): Promise<number> {
  const bodies = new Map<string, Promise<Buffer>>();
  const page = await context.newPage();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.set(response.url(), response.body());
  });
  const answer = await page.goto(url, { waitUntil: "load" });
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
  let seen = -1;
  while (seen !== bodies.size) {
    seen = bodies.size;
    await pause(QUIET_MS);
  }
  const sizes = (await Promise.all(bodies.values())).map((body) => gzipSync(body, { level: 9 }).length);
  await page.close();
  return sizes.reduce((total, size) => total + size, 0);
}
