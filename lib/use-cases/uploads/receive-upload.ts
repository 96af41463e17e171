import type { Db } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { addUpload, addUploadChunk, endArrival, removeUpload } from "#db/queries/uploads.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { type MerchantId, newId, type PersonId } from "#lib/kernel/ids.ts";
import type { ImportKind } from "#lib/orders/file-format.ts";
import { kindOfHeader } from "#lib/orders/kind-of-header.ts";
import { readUploadHead } from "./read-upload-head.ts";
import { type FileProblem, problemOfBytes, storedProblem, UnreadableUpload } from "./unreadable-upload.ts";
import { type UploadKey, uploadBytes } from "./upload-bytes.ts";

/** What a file may have; packed (`.gz`) it may hold many times as much. */
export const MOST_UPLOAD_BYTES = 100_000_000;
/** A file lies in pieces of this size. */
const PIECE_BYTES = 512 * 1024;
const LONGEST_NAME = 120;
const LONGEST_HEADER = 300;

export type UploadAsked = {
  readonly merchantId: MerchantId;
  readonly actor: PersonId;
  readonly fileName: string;
  /** Null where the file's first line shall tell. */
  readonly kind: ImportKind | null;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly mostBytes?: number;
};

/**
 * Keeps a file piece by piece as it comes in, tells its kind by its first line and has a worker check it. Returns its id.
 * Throws AppError `limit` for one that is too large, and whatever the connection throws; nothing is kept then.
 */
export async function receiveUpload({ db }: { readonly db: Db }, asked: UploadAsked): Promise<string> {
  const { merchantId } = asked;
  const key = { merchantId, uploadId: newId() };
  const fileName = asked.fileName.replaceAll("\0", "").toWellFormed().trim().slice(-LONGEST_NAME) || "file.csv";
  await withTenant(db, merchantId, (tx) => addUpload(tx, { ...key, fileName, kind: asked.kind, actor: asked.actor }));
  try {
    const { sizeBytes, first } = await keepPieces(db, key, asked);
    const arrived = await judgeHead({ db }, key, { first, kind: asked.kind });
    await withTenant(db, merchantId, async (tx) => {
      await endArrival(tx, { ...key, sizeBytes, ...arrived, problem: storedProblem(arrived.problem) });
      if (arrived.problem === null) await addJob(tx, "import-upload", key);
    });
    return key.uploadId;
  } catch (error) {
    await withTenant(db, merchantId, (tx) => removeUpload(tx, key));
    throw error;
  }
}

async function keepPieces(db: Db, key: UploadKey, { chunks, mostBytes = MOST_UPLOAD_BYTES }: UploadAsked) {
  let sizeBytes = 0;
  let position = 0;
  let first: Uint8Array = new Uint8Array();
  for await (const bytes of pieces(chunks)) {
    sizeBytes += bytes.byteLength;
    if (sizeBytes > mostBytes) throw new AppError("limit", "The file is too large.");
    if (position === 0) first = bytes;
    const at = position;
    await withTenant(db, key.merchantId, (tx) => addUploadChunk(tx, { ...key, position: at, bytes }));
    position += 1;
  }
  return { sizeBytes, first };
}

/** The same bytes in pieces of one size, the last one shorter. */
async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.byteLength;
    if (size < PIECE_BYTES) continue;
    const all = Buffer.concat(held);
    const whole = size - (size % PIECE_BYTES);
    for (let at = 0; at < whole; at += PIECE_BYTES) yield all.subarray(at, at + PIECE_BYTES);
    held = [all.subarray(whole)];
    size -= whole;
  }
  if (size > 0) yield Buffer.concat(held);
}

type Arrived = {
  readonly kind: ImportKind | null;
  readonly header: readonly string[];
  readonly problem: FileProblem | null;
};

/** What the first line tells: of which kind the file is, or why it cannot be read. */
async function judgeHead(
  deps: { readonly db: Db },
  key: UploadKey,
  { first, kind }: { readonly first: Uint8Array; readonly kind: ImportKind | null },
): Promise<Arrived> {
  const bad = first.byteLength === 0 ? ({ code: "empty" } as const) : problemOfBytes(first);
  if (bad !== null) return { kind, header: [], problem: bad };
  try {
    const head = await readUploadHead(uploadBytes(deps, key), null);
    const header = head.header.slice(0, LONGEST_HEADER).map((name) => name.replaceAll("\0", "").toWellFormed());
    if (header.every((name) => name === "")) return { kind, header, problem: { code: "empty" } };
    const found = kind ?? kindOfHeader(header);
    return { kind: found, header, problem: found === null ? { code: "unknown" } : null };
  } catch (error) {
    if (error instanceof UnreadableUpload) return { kind, header: [], problem: error.problem };
    throw error;
  }
}
