import "server-only";
import { statusOf } from "./http-error.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { formOutOfReachPage } from "./out-of-reach-page.ts";
import { hostVoice, readerWishes } from "./reader-wishes.ts";

/** After a form: on to a page of ours, by GET. The path stays relative, since a proxy may know us by another name. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/**
 * The answer to a form or a file whose link leads nowhere, or that was asked for while the database was away: `back` is the
 * page it belongs to, which says the first itself. A bug is answered like a database that is away, since it was no fault of
 * whoever asked; the log has its place. Throws nothing.
 */
export function linkRefusal(error: unknown, request: Request, back: string): Response {
  if (statusOf(error) === 404) return seeOther(back);
  logOutOfReach(error, "a shopper's form");
  const nonce = request.headers.get("x-nonce") ?? "";
  const voice = hostVoice(readerWishes(request.headers));
  return new Response(formOutOfReachPage({ voice, nonce, back }), {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store", "Retry-After": "20" },
  });
}
