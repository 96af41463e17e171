import type { ImportKind } from "#lib/orders/file-format.ts";

export type UploadCounts = {
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
};

/** The words for why a file cannot be read at all. */
export const FILE_PROBLEMS = [
  "empty",
  "spreadsheet",
  "utf16",
  "notText",
  "packed",
  "tooLarge",
  "unknown",
  "columns",
  "trouble",
] as const;

/** A file that was brought, as the desk shows it. */
export type UploadView = {
  readonly id: string;
  readonly kind: ImportKind | null;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly state: "arriving" | "checking" | "ready" | "refused" | "importing" | "done" | "failed";
  readonly problem: { readonly code: string; readonly columns?: readonly string[] | undefined } | null;
  readonly header: readonly string[] | null;
  readonly checked: UploadCounts | null;
  readonly imported: UploadCounts | null;
  readonly progress: number;
  readonly isTaken: boolean;
  readonly isStalled: boolean;
  /** Null for somebody who has left. */
  readonly createdByName: string | null;
  readonly startedByName: string | null;
  readonly createdAt: string;
  readonly isForgotten: boolean;
};

/** How many entries an import writes. */
export function writtenOf({ imported, updated }: UploadCounts): number {
  return imported + updated;
}
