const FNV_PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x2fd4b9e1] as const;

/** Sixteen hex digits that differ when the text differs, by two FNV-1a sums. For noticing a change; proves nothing. */
export function digestOf(text: string): string {
  return SEEDS.map((seed) => sumOf(text, seed).toString(16).padStart(8, "0")).join("");
}

function sumOf(text: string, seed: number): number {
  let sum = seed;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), FNV_PRIME);
  return sum >>> 0;
}
