import type { ProductId } from "#lib/kernel/ids.ts";

/** Numbers of 4 bytes, little-endian, as rows and models are stored. Every machine that Node runs on is little-endian. */

/** Arrays one behind the other, as base64. */
export function packed(...arrays: readonly (Uint32Array | Float32Array)[]): string {
  return Buffer.concat(arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength))).toString(
    "base64",
  );
}

/** The unsigned numbers in stored bytes, from number `from` to `to`; their memory is shared where it can be. */
export function unsignedIn(bytes: Uint8Array, from = 0, to = bytes.length / 4): Uint32Array {
  const { buffer, byteOffset } = aligned(bytes);
  return new Uint32Array(buffer, byteOffset + 4 * from, to - from);
}

/** The floating numbers in stored bytes, from number `from` to `to`; their memory is shared where it can be. */
export function floatsIn(bytes: Uint8Array, from = 0, to = bytes.length / 4): Float32Array {
  const { buffer, byteOffset } = aligned(bytes);
  return new Float32Array(buffer, byteOffset + 4 * from, to - from);
}

function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
}

const ID_BYTES = 16;

/** Ids one behind the other, 16 bytes each, as base64; a gap is all zeros. */
export function packedIds(ids: readonly (ProductId | undefined)[]): string {
  const bytes = Buffer.alloc(ids.length * ID_BYTES);
  for (const [at, id] of ids.entries()) bytes.write(id?.replaceAll("-", "") ?? "", at * ID_BYTES, "hex");
  return bytes.toString("base64");
}

/** The id at place `at`. */
export function idIn(bytes: Buffer, at: number): string {
  const hex = bytes.toString("hex", at * ID_BYTES, (at + 1) * ID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
