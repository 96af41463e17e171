import { createHash } from "node:crypto";

/** SHA-256 over all that a source said of an entry: equal means that nothing has to be written. */
export function sourceHash(said: unknown): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
