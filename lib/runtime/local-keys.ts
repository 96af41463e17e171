import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { newKeyRingText } from "./key-ring.ts";

/** The keys beside the embedded database: made once, mode 0600, the same for whoever asks first. */
export function localKeys(file: string): string {
  const known = readOrNull(file);
  if (known !== null) return known;
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${newKeyRingText(`local-${randomBytes(4).toString("hex")}`)}\n`, { mode: 0o600 });
  try {
    // A link is made whole or not at all, and only by the first of two.
    linkSync(aside, file);
  } catch (error) {
    if (readOrNull(file) === null) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

function readOrNull(file: string): string | null {
  try {
    const text = readFileSync(file, "utf8").trim();
    return text === "" ? null : text;
  } catch {
    return null;
  }
}
