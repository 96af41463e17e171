import type { ImportKind } from "./file-format.ts";
import { fileFormats } from "./registry.ts";

/** The kind of file that begins with this line: whose needed columns are all there, the one with most of its columns where several are; null for none. */
export function kindOfHeader(header: readonly string[]): ImportKind | null {
  const [best] = Object.values(fileFormats)
    .filter(({ columns }) => columns.every(({ name, required }) => !required || header.includes(name)))
    .map(({ kind, columns }) => ({ kind, known: columns.filter(({ name }) => header.includes(name)).length }))
    .sort((a, b) => b.known - a.known);
  return best?.kind ?? null;
}
