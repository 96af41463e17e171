import type { ImportKind } from "./file-format.ts";
import { fileFormats } from "./registry.ts";

/** Every kind of file that can come in, in the order in which a shop would bring them. */
export const IMPORT_KINDS = Object.values(fileFormats).map(({ kind }) => kind);

/** The kind of this name; null for any other text. */
export function kindNamed(text: string | null | undefined): ImportKind | null {
  return IMPORT_KINDS.find((kind) => kind === text) ?? null;
}
