import type { ShopperId } from "#lib/kernel/ids.ts";

const OFFSET = 0x81_1c_9d_c5;
const PRIME = 0x01_00_01_93;
const ALL = 2 ** 32;

/**
 * Whether a shopper is one of those who see no recommendations. `share` (0 to 1) of all shoppers are; by a hash of the id, so
 * it is the same at every look, for ever, without anything being stored. Who is held out at a share is so at each larger one.
 */
export function isHeldOut(shopperId: ShopperId, share: number): boolean {
  return mixed(fnv1a(shopperId)) < share * ALL;
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo): ids are ASCII, so a character is a byte. */
function fnv1a(text: string): number {
  return [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), PRIME) >>> 0, OFFSET);
}

/** FNV's high bits hardly move for ids that differ at their ends: MurmurHash3's finalizer spreads them. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2_b2_ae_35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
