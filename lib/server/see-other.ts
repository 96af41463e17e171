import "server-only";
import { statusOf } from "./http-error.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";

/** After a form: on to a page of ours, by GET. The path stays relative, since a proxy may know us by another name. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** The answer to a form whose link leads nowhere, or that came while the database was away. Throws on what is a bug. */
export function linkRefusal(error: unknown): Response {
  if (statusOf(error) === 404) return new Response("Not found", { status: 404, headers: NO_STORE });
  logOutOfReach(error, "a shopper's form");
  return new Response("This could not be saved just now. Please go back and try again in a minute.", {
    status: 503,
    headers: { ...NO_STORE, "Retry-After": "20" },
  });
}

const NO_STORE = { "Cache-Control": "no-store" };
