import type { ProductId } from "#lib/kernel/ids.ts";

/** Numbers of 4 bytes, little-endian, as rows and models are stored. Every machine that Node runs on is little-endian. */

/** Arrays one behind the other, as base64. */
export function packed(...arrays: readonly (Uint32Array | Float32Array)[]): string {
  return Buffer.concat(arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength))).toString(
    "base64",
  );
}

/** The unsigned numbers in stored bytes, from number `from` to `to`. */
export function unsignedIn(bytes: Uint8Array, from = 0, to = bytes.length / 4): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes.subarray(4 * from, 4 * to)).buffer);
}

/** The floating numbers in stored bytes, from number `from` to `to`. */
export function floatsIn(bytes: Uint8Array, from = 0, to = bytes.length / 4): Float32Array {
  return new Float32Array(Uint8Array.from(bytes.subarray(4 * from, 4 * to)).buffer);
}

const ID_BYTES = 16;

/** Ids one behind the other, 16 bytes each, as base64; a gap is all zeros. */
export function packedIds(ids: readonly (ProductId | undefined)[]): string {
  const bytes = Buffer.alloc(ids.length * ID_BYTES);
  for (const [at, id] of ids.entries()) bytes.write(id?.replaceAll("-", "") ?? "", at * ID_BYTES, "hex");
  return bytes.toString("base64");
}

/** The id at place `at`. */
export function idIn(bytes: Uint8Array, at: number): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset + at * ID_BYTES, ID_BYTES).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
