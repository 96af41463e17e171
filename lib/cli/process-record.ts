import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { withFileLock } from "#lib/runtime/file-lock.ts";
import { identityOf, isAlive, processIdentity, signal, waitUntil } from "#lib/runtime/process-identity.ts";

const link = z.object({ path: z.string(), shows: z.string() });
const schema = z.object({
  launcher: processIdentity,
  url: z.string(),
  children: z.array(processIdentity.extend({ command: z.string() })),
  /** Null until it is ready. */
  links: z.array(link).nullable(),
  /** How to enter the shops' desk; the file is for its owner's eyes. A demo of an older version has none. */
  login: z.object({ email: z.string(), password: z.string() }).nullable().default(null),
});

/** What a demo writes down of itself in `processes.json`. */
export type DemoRecord = z.infer<typeof schema>;
export type DemoLink = z.infer<typeof link>;

/**
 * Makes this process the demo of `dataFolder`. Returns null when it now is, having stopped what a killed launcher left
 * behind, or the record of the other one that runs.
 */
export async function claimDemo(dataFolder: string): Promise<DemoRecord | null> {
  mkdirSync(dataFolder, { recursive: true });
  return withFileLock(join(dataFolder, "demo.lock"), async () => {
    const found = readRecord(dataFolder);
    if (found !== null && isAlive(found.launcher)) return found;
    if (found !== null) await stopChildren(found);
    const launcher = identityOf(process.pid);
    if (launcher !== null) writeRecord(dataFolder, { launcher, url: "", children: [], links: null, login: null });
    return null;
  });
}

/** Asks another demo to end and waits for it; whatever it leaves is stopped too. */
export async function stopDemo(record: DemoRecord): Promise<void> {
  signal(record.launcher.pid, "SIGTERM");
  const gone = () => !isAlive(record.launcher);
  if (!(await waitUntil(gone, 30_000))) signal(record.launcher.pid, "SIGKILL");
  await waitUntil(gone, 5_000);
  await stopChildren(record);
}

/** Waits until another demo is ready; null when it ended instead. */
export async function awaitDemo(dataFolder: string, record: DemoRecord): Promise<DemoRecord | null> {
  const current = () => readRecord(dataFolder);
  await waitUntil(() => !isAlive(record.launcher) || current()?.links != null, 240_000);
  return isAlive(record.launcher) ? current() : null;
}

/** Writes down what this demo has started so far. */
export function writeRecord(dataFolder: string, record: DemoRecord): void {
  const file = join(dataFolder, "processes.json");
  writeFileSync(`${file}.new`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The demo has ended in good order. */
export function clearRecord(dataFolder: string): void {
  rmSync(join(dataFolder, "processes.json"), { force: true });
}

function readRecord(dataFolder: string): DemoRecord | null {
  try {
    return schema.parse(JSON.parse(readFileSync(join(dataFolder, "processes.json"), "utf8")));
  } catch {
    return null;
  }
}

/** Each child leads a group, so its own children go with it. */
async function stopChildren(record: DemoRecord): Promise<void> {
  for (const name of ["SIGTERM", "SIGKILL"] as const) {
    const left = record.children.filter(isAlive);
    for (const child of left) signal(-child.pid, name);
    if (await waitUntil(() => !left.some(isAlive), 10_000)) return;
  }
}
