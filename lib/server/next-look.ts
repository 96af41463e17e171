const LOOKS = 30;
const FIRST_PAUSE = 10;
const LONGEST_PAUSE = 30;

export type NextLook = {
  /** Seconds until the page looks again by itself; null when it has looked often enough. */
  readonly seconds: number | null;
  /** Where it looks: this very address, with one look more counted in `try`. */
  readonly href: string;
};

/**
 * When a page that waits for something looks again. Thirty looks within twelve minutes, each pause a little longer; a page
 * that moved under its reader for ever would never come to rest. The link after the last one counts anew.
 */
export function nextLook(query: URLSearchParams): NextLook {
  const next = new URLSearchParams(query);
  const counted = next.get("try") ?? "";
  next.delete("try");
  const looks = /^\d+$/.test(counted) ? Number(counted) : 0;
  if (looks >= LOOKS) return { seconds: null, href: `?${next}` };
  next.set("try", String(looks + 1));
  return { seconds: Math.min(FIRST_PAUSE + looks, LONGEST_PAUSE), href: `?${next}` };
}
