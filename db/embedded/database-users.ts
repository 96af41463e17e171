import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf, isAlive, processIdentity } from "#lib/runtime/process-identity.ts";

/** Writes this process down as a user of the database. Call under the lock, as all of these. */
export function addUser(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, String(process.pid)), JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
}

/** Removes this process and says how many users are left. */
export function removeUser(folder: string): number {
  rmSync(join(folder, String(process.pid)), { force: true });
  return countUsers(folder);
}

/** How many users are alive; files of dead ones, also of dead ones whose number was given anew, are removed. */
function countUsers(folder: string): number {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const dead = files.filter((file) => !isUsed(file));
  for (const file of dead) rmSync(file, { force: true });
  return files.length - dead.length;
}

function isUsed(file: string): boolean {
  try {
    return isAlive(processIdentity.parse(JSON.parse(readFileSync(file, "utf8"))));
  } catch {
    return false;
  }
}
