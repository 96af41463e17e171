import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";

/** Flags that keep a browser from talking to anyone but the page under test. */
export const QUIET_FLAGS: readonly string[] = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-quic",
  "--disable-sync",
  "--font-render-hinting=none",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
];

/** A browser to launch, and the environment variables that it needs. */
export type FoundChromium = { readonly path: string; readonly env: Readonly<Record<string, string>> };

/**
 * A Chromium: `CHROMIUM_PATH`, an installed Chrome or Chromium, Playwright's own, or the one that npm brings
 * (Linux). Unpacks the last one once. Throws with what to do when there is none.
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<FoundChromium> {
  if (env.CHROMIUM_PATH) {
    if (isRunnable(env.CHROMIUM_PATH)) return { path: env.CHROMIUM_PATH, env: {} };
    throw new Error(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, but nothing there can be run`);
  }
  const known = [...installed(env), chromium.executablePath()].find(isRunnable);
  if (known !== undefined) return { path: known, env: {} };
  const home = process.platform === "linux" ? await unpacked() : undefined;
  if (home !== undefined) return { path: join(home, "chromium"), env: fontsFor(home) };
  throw new Error(
    "No Chromium found. Install Chrome or Chromium, or run `npx playwright install chromium`, or set CHROMIUM_PATH",
  );
}

function installed(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === "darwin") {
    const apps = ["Google Chrome", "Chromium", "Google Chrome for Testing", "Microsoft Edge"];
    const folders = ["/Applications", join(env.HOME ?? "", "Applications")];
    return folders.flatMap((folder) => apps.map((app) => join(folder, `${app}.app`, "Contents/MacOS", app)));
  }
  if (process.platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"];
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The package would unpack into the shared temporary folder, where a half-written or foreign file is taken for granted.
 * So it unpacks into a folder of our own that gets its final name only when it is complete; that folder is returned.
 */
async function unpacked(): Promise<string | undefined> {
  const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
  const source = join(modules, "@sparticuz/chromium/package.json");
  if (!existsSync(source)) return undefined;
  const { version } = JSON.parse(await readFile(source, "utf8")) as { version: string };
  const home = join(modules, ".cache", `chromium-${version}`);
  if (!existsSync(home)) {
    await mkdir(join(modules, ".cache"), { recursive: true });
    const staging = await mkdtemp(join(modules, ".cache/chromium-"));
    await promisify(execFile)(process.execPath, [fileURLToPath(new URL("unpack-chromium.ts", import.meta.url))], {
      env: { ...process.env, TMPDIR: staging },
    });
    const fonts = `<fontconfig><dir>${join(home, "fonts")}</dir><cachedir>${join(home, "fonts-cache")}</cachedir></fontconfig>`;
    await writeFile(join(staging, "fonts.conf"), fonts);
    await rename(staging, home).catch(() => rm(staging, { recursive: true, force: true }));
  }
  return home;
}

/** A bare machine has no fonts at all, and a page without fonts has no size; then the package's own are used. */
function fontsFor(home: string): Record<string, string> {
  return existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: join(home, "fonts.conf") };
}
