import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { findChromium, QUIET_FLAGS } from "#e2e/find-chromium.ts";
import { startNextServer } from "#e2e/next-server.ts";
import { startProductionApp } from "#e2e/production-app.ts";
import { runTool } from "#lib/cli/run-tool.ts";

export const about = "JavaScript that the tracking page loads, gzip bytes, against a bare page of the same Next";

const root = fileURLToPath(new URL("../", import.meta.url));
const floorFolder = join(root, ".data/bench/floor");
const QUIET_MS = 500;

/** The smallest app that Next can serve as the tracking page is served: rendered for each request. */
const FLOOR_FILES = {
  "package.json": JSON.stringify({ name: "floor", private: true, type: "module" }),
  "next.config.js": `export default { turbopack: { root: ${JSON.stringify(root)} } };\n`,
  "app/layout.jsx":
    'export default ({ children }) => (<html lang="en"><body>{children}</body></html>);\nexport const dynamic = "force-dynamic";\n',
  "app/page.jsx": "export default () => <h1>Floor</h1>;\n",
};

/** `jsGzip` is the heaviest of the demo's tracking pages, `floorJsGzip` the bare page, `ratio` the first by the second. */
export async function bench(): Promise<Readonly<Record<string, number>>> {
  await build(root, "the app");
  await writeFloor();
  await build(floorFolder, "the floor");
  const { path, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    args: [...QUIET_FLAGS],
    env: { ...process.env, ...env },
  });
  try {
    const floorJsGzip = await weighFloor(browser);
    const jsGzip = await weighApp(browser);
    return { jsGzip, floorJsGzip, ratio: Math.round((jsGzip / floorJsGzip) * 1000) / 1000 };
  } finally {
    await browser.close();
  }
}

async function build(cwd: string, name: string): Promise<void> {
  console.error(`Building ${name} ...`);
  const { ok } = await runTool("next", ["build"], { cwd, output: "stderr", env: { NEXT_TELEMETRY_DISABLED: "1" } });
  if (!ok) throw new Error(`Building ${name} failed; see above`);
}

async function writeFloor(): Promise<void> {
  await mkdir(join(floorFolder, "app"), { recursive: true });
  await Promise.all(Object.entries(FLOOR_FILES).map(([file, text]) => writeFile(join(floorFolder, file), text)));
}

async function weighFloor(browser: Browser): Promise<number> {
  const server = await startNextServer({ folder: floorFolder, healthPath: "/", env: () => ({}) });
  try {
    return await weigh(browser, server.baseUrl);
  } finally {
    await server.stop();
  }
}

async function weighApp(browser: Browser): Promise<number> {
  const app = await startProductionApp();
  try {
    let heaviest = 0;
    for (const { path } of app.demo.links) {
      heaviest = Math.max(heaviest, await weigh(browser, `${app.demo.baseUrl}${path}`));
    }
    return heaviest;
  } finally {
    await app.stop();
  }
}

/** Opens a page in a fresh profile, touches nothing, and sums the scripts that it fetched: each body once, gzip level 9. */
async function weigh(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
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
    await wait(QUIET_MS);
  }
  const sizes = (await Promise.all(bodies.values())).map((body) => gzipSync(body, { level: 9 }).length);
  await context.close();
  const sum = sizes.reduce((total, size) => total + size, 0);
  console.error(`${new URL(url).pathname}: ${sizes.length} scripts, ${sum} bytes`);
  return sum;
}
