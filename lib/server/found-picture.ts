import "server-only";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { pictureHeaders } from "./picture-headers.ts";
import { DATABASE_PATIENCE_MS, within } from "./within.ts";

type Found<T> = { readonly ok: true; readonly found: T } | { readonly ok: false; readonly refusal: Response };

/** What a picture is made of, or the answer where there is none (404) or the database is away (503, which no cache keeps). */
export async function foundPicture<T>(find: () => Promise<T | null>, what: string): Promise<Found<T>> {
  try {
    const found = await within(DATABASE_PATIENCE_MS, find());
    return found === null ? refused("Not found", 404) : { ok: true, found };
  } catch (error) {
    logOutOfReach(error, what);
    return refused("Out of reach", 503, { "Retry-After": "20" });
  }
}

function refused(text: string, status: number, more: Record<string, string> = {}): Found<never> {
  const headers = { ...pictureHeaders, "Cache-Control": "no-store", ...more };
  return { ok: false, refusal: new Response(text, { status, headers }) };
}
