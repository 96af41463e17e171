import { type NextRequest, NextResponse } from "next/server";
import { nextLook } from "#lib/server/next-look.ts";
import { outOfReachPage } from "#lib/server/out-of-reach-page.ts";
import { pageHeaders } from "#lib/server/page-headers.ts";
import { localeAskedBy } from "#lib/server/reader-locale.ts";
import { whereLinkLeads } from "#lib/server/where-link-leads.ts";

const RETRY_AFTER_SECONDS = "20";

/** Gives every page a fresh nonce and its headers, and sends links that lead nowhere to the 404. The pages check again. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const headers = pageHeaders({
    nonce,
    https: process.env.PUBLIC_URL?.startsWith("https:") ?? false,
    development: process.env.NODE_ENV === "development",
  });
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  // Next reads the nonce for its own scripts from the policy on the request.
  forwarded.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");
  const response = await answer(request, forwarded, nonce);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

async function answer(request: NextRequest, headers: Headers, nonce: string): Promise<NextResponse> {
  switch (await whereLinkLeads(request.nextUrl)) {
    case "page":
      return NextResponse.next({ request: { headers } });
    case "nowhere":
      // A path without a page: Next ignores a rewrite's status, but its own 404 is one.
      return NextResponse.rewrite(new URL("/nowhere", request.url), { request: { headers } });
    case "out_of_reach":
      return outOfReach(request, nonce);
  }
}

function outOfReach(request: NextRequest, nonce: string): NextResponse {
  const look = nextLook(request.nextUrl.searchParams);
  return new NextResponse(outOfReachPage({ locale: localeAskedBy(request.headers), nonce, look }), {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Retry-After": RETRY_AFTER_SECONDS },
  });
}

export const config = {
  // All but our files and route handlers, each by its whole path: they set their own headers.
  matcher: ["/((?!_next/static/|api/health$|media/[a-z0-9][a-z0-9-]*/[0-9a-f]{64}$|icon\\.svg$|robots\\.txt$).*)"],
};
