import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { identityOf, isAlive, processIdentity } from "#lib/runtime/process-identity.ts";

const schema = z.object({ url: z.string(), launcher: processIdentity });

/** Where a demo runs just now, from `web.json` in the data folder; null when none does. */
export function demoAddress(dataFolder: string): string | null {
  try {
    const { url, launcher } = schema.parse(JSON.parse(readFileSync(join(dataFolder, "web.json"), "utf8")));
    return isAlive(launcher) ? url : null;
  } catch {
    return null;
  }
}

/** Says that this process serves `url`, so that commands print links that work; null takes it back. */
export function setDemoAddress(dataFolder: string, url: string | null): void {
  const file = join(dataFolder, "web.json");
  if (url === null) rmSync(file, { force: true });
  else writeFileSync(file, JSON.stringify({ url, launcher: identityOf(process.pid) }), { mode: 0o600 });
}
