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
