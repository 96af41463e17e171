import type { ImportKind } from "./file-format.ts";
import { fileFormats } from "./registry.ts";

/** What a file's first line tells of its kind. */
export type HeaderGuess = {
  /** The kind whose required columns are all there, the one with most of its columns where several are; null for none. */
  readonly kind: ImportKind | null;
  /** The kind that comes closest, and which of its required columns are missing. */
  readonly closest: { readonly kind: ImportKind; readonly missing: readonly string[] };
};

/** Which kind of file begins with this line. */
export function kindOfHeader(header: readonly string[]): HeaderGuess {
  const fits = Object.values(fileFormats)
    .map(({ kind, columns }) => {
      const required = columns.filter((column) => column.required);
      const missing = required.filter(({ name }) => !header.includes(name)).map(({ name }) => name);
      const known = columns.filter(({ name }) => header.includes(name)).length;
      return { kind, missing, known, share: 1 - missing.length / required.length };
    })
    .sort((a, b) => b.share - a.share || b.known - a.known);
  const [best] = fits;
  if (best === undefined) throw new Error("No file format is registered");
  return {
    kind: best.missing.length === 0 ? best.kind : null,
    closest: { kind: best.kind, missing: best.missing },
  };
}
