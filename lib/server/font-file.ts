import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fontPath } from "#lib/brand/fonts.ts";

/** Every font of the catalogue together is some hundred kilobytes; each is read once. */
const READ = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The bytes of a font by the name in its address; null when it is none of ours. Throws where its package is not installed. */
export async function fontFile(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const path = fontPath(name);
  if (path === null) return null;
  const known = READ.get(path);
  if (known !== undefined) return known;
  // `next start` runs in the project's folder; a path from `import.meta.url` would lead into the build.
  const reading = readFile(join(/* turbopackIgnore: true */ process.cwd(), "node_modules", path)).then((bytes) =>
    Uint8Array.from(bytes),
  );
  READ.set(path, reading);
  reading.catch(() => READ.delete(path));
  return reading;
}
