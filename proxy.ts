import { type NextRequest, NextResponse } from "next/server";
import { localeFrom } from "#lib/brand/locale.ts";
import { isHttps } from "#lib/runtime/env.ts";
import { DOOR_HEADER, doorText } from "#lib/server/link-door.ts";
import { nextLook } from "#lib/server/next-look.ts";
import { outOfReachPage } from "#lib/server/out-of-reach-page.ts";
import { pageHeaders } from "#lib/server/page-headers.ts";
import { isDeskPath, isPagePath, previewSide } from "#lib/server/page-path.ts";
import { hostVoice, LANGUAGE_COOKIE, LANGUAGE_HEADER, readerWishes } from "#lib/server/reader-wishes.ts";
import { webEnv } from "#lib/server/web-env.ts";
import { whereLinkLeads } from "#lib/server/where-link-leads.ts";

const RETRY_AFTER_SECONDS = "20";
const A_YEAR_S = 31_536_000;

/** Gives every page a fresh nonce and its headers, and sends links that lead nowhere to the 404. The pages check again. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const headers = pageHeaders({
    nonce,
    https: isHttps(webEnv()),
    desk: isDeskPath(request.nextUrl.pathname),
    preview: previewSide(request.nextUrl.pathname),
    development: process.env.NODE_ENV === "development",
  });
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  // Next reads the nonce for its own scripts from the policy on the request.
  forwarded.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");
  const language = localeFrom(request.nextUrl.searchParams.get("lang"));
  if (language === null) forwarded.delete(LANGUAGE_HEADER);
  else forwarded.set(LANGUAGE_HEADER, language);
  const response = await answer(request, forwarded, nonce);
  if (language !== null && isPagePath(request.nextUrl.pathname)) rememberLanguage(response, language);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

async function answer(request: NextRequest, headers: Headers, nonce: string): Promise<NextResponse> {
  const lead = await whereLinkLeads(request.nextUrl, request.headers);
  headers.delete(DOOR_HEADER);
  switch (lead.kind) {
    case "page":
      if (lead.door !== null) headers.set(DOOR_HEADER, doorText(lead.door));
      return NextResponse.next({ request: { headers } });
    case "instead":
      return NextResponse.rewrite(new URL(`${lead.path}${request.nextUrl.search}`, request.url), {
        request: { headers },
      });
    case "on_to":
      // Next wants a whole address here, and sends the path of it alone: browsers stay at the domain that they asked.
      return NextResponse.redirect(new URL(lead.path, request.url), 307);
    case "nowhere":
      // A path without a page: Next ignores a rewrite's status, but its own 404 is one.
      return NextResponse.rewrite(new URL(`/nowhere${request.nextUrl.search}`, request.url), { request: { headers } });
    case "out_of_reach":
      return outOfReach(request, headers, nonce);
  }
}

/** Chosen on a page, a language is remembered in this browser, for this site only. */
function rememberLanguage(response: NextResponse, language: string): void {
  response.cookies.set(LANGUAGE_COOKIE, language, {
    path: "/",
    maxAge: A_YEAR_S,
    sameSite: "lax",
    httpOnly: true,
    secure: isHttps(webEnv()),
  });
}

function outOfReach(request: NextRequest, headers: Headers, nonce: string): NextResponse {
  const look = nextLook(request.nextUrl.searchParams);
  return new NextResponse(outOfReachPage({ voice: hostVoice(readerWishes(headers)), nonce, look }), {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Retry-After": RETRY_AFTER_SECONDS },
  });
}

export const config = {
  // All but our files and route handlers, each by its whole path: they set their own headers.
  matcher: [
    "/((?!_next/static/|api/health$|api/webhooks/carriers/[A-Za-z0-9_-]{22}$|t/[A-Za-z0-9_-]{22}/live$|media/[a-z0-9][a-z0-9-]*/[0-9a-f]{64}$|fonts/[a-z0-9.-]+\\.woff2$|brand-icon/[a-z0-9][a-z0-9-]*$|icon\\.svg$|robots\\.txt$).*)",
  ],
};
