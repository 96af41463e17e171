import type { UploadProblem } from "#db/queries/uploads.ts";

/** Why a file as a whole cannot be read; the desk has a sentence for each. */
export type FileProblem =
  | {
      readonly code: "empty" | "spreadsheet" | "utf16" | "notText" | "packed" | "tooLarge" | "unknown" | "trouble";
    }
  /** It lacks these columns. */
  | { readonly code: "columns"; readonly columns: readonly string[] };

/** Thrown for a file that cannot be read at all. */
export class UnreadableUpload extends Error {
  override readonly name = "UnreadableUpload";
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`The file cannot be read: ${problem.code}`);
    this.problem = problem;
  }
}

/** As it is stored. */
export function storedProblem(problem: FileProblem | null): UploadProblem | null {
  if (problem === null) return null;
  return problem.code === "columns" ? { code: problem.code, columns: [...problem.columns] } : problem;
}

const STARTS: readonly (readonly [code: "spreadsheet" | "utf16" | "notText", bytes: readonly number[]])[] = [
  // ZIP, which is what .xlsx, .ods and .numbers are, and the older .xls.
  ["spreadsheet", [0x50, 0x4b, 0x03, 0x04]],
  ["spreadsheet", [0xd0, 0xcf, 0x11, 0xe0]],
  ["utf16", [0xff, 0xfe]],
  ["utf16", [0xfe, 0xff]],
  ["notText", [0x25, 0x50, 0x44, 0x46]],
];

/** What a file's first bytes tell that is no text; null for what may be one. */
export function problemOfBytes(first: Uint8Array): FileProblem | null {
  const known = STARTS.find(([, bytes]) => bytes.every((byte, at) => first[at] === byte));
  if (known !== undefined) return { code: known[0] };
  if (first[0] === 0x1f) return null;
  const start = first.subarray(0, 1_000);
  // One that strayed into a text costs its row only.
  return start.filter((byte) => byte === 0).length * 20 > start.length ? { code: "notText" } : null;
}
