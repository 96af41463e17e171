import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Db } from "#db/client.ts";
import { uploadChunk } from "#db/queries/upload-chunks.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { UnreadableUpload } from "./unreadable-upload.ts";

export type UploadKey = { readonly merchantId: MerchantId; readonly uploadId: string };

/** What a packed file may hold: a small one can be packed so that it fills any disk. */
const MOST_UNPACKED = 1_500_000_000;

/**
 * A file that was brought, from its first byte on, unpacked where it is packed (`.gz`); it can be opened as often as one
 * likes, by any process. `onRead` is told how many bytes of the file as it came have been read. Throws `UnreadableUpload`.
 */
export async function* uploadBytes(
  { db }: { readonly db: Db },
  key: UploadKey,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array, void, void> {
  const pieces = storedPieces(db, key, onRead);
  const first = await pieces.next();
  if (first.done === true) return;
  const all = withFirst(first.value, pieces);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* all;
  else yield* unpacked(all);
}

async function* storedPieces(db: Db, key: UploadKey, onRead: (bytes: number) => void) {
  let read = 0;
  for (let position = 0; ; position += 1) {
    const bytes = await withTenant(db, key.merchantId, (tx) => uploadChunk(tx, { ...key, position }));
    if (bytes === null) return;
    read += bytes.byteLength;
    onRead(read);
    yield bytes;
  }
}

async function* withFirst(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  yield first;
  yield* rest;
}

async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const gunzip = createGunzip();
  // What fails destroys the stream that is read below, and is thrown there.
  pipeline(Readable.from(packed, { objectMode: true }), gunzip, () => {});
  let size = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > MOST_UNPACKED) throw new UnreadableUpload({ code: "tooLarge" });
      yield chunk;
    }
  } catch (error) {
    const isZlib = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    throw isZlib ? new UnreadableUpload({ code: "packed" }) : error;
  }
}
