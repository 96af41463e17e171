import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium } from "@playwright/test";
import { findChromium, QUIET_FLAGS } from "#e2e/find-chromium.ts";

const profile = fileURLToPath(new URL("../../.data/bench/profile", import.meta.url));

/** A Chromium with a profile of its own, and the port at which Lighthouse reaches it. */
export type AuditedBrowser = {
  readonly context: BrowserContext;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** Starts the Chromium that the browser tests use; its profile goes with `close`. */
export async function openBrowser(): Promise<AuditedBrowser> {
  const { path, env } = await findChromium();
  await forgetProfile();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    args: [...QUIET_FLAGS, "--remote-debugging-port=0"],
    env: { ...process.env, ...env },
    viewport: { width: 390, height: 844 },
  });
  // Chromium takes a free port and writes down which.
  const [port] = (await readFile(join(profile, "DevToolsActivePort"), "utf8")).split("\n");
  return { context, port: Number(port), close: () => context.close().finally(forgetProfile) };
}

function forgetProfile(): Promise<void> {
  return rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
