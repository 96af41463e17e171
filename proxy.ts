import { type NextRequest, NextResponse } from "next/server";
import { pageHeaders } from "#lib/server/page-headers.ts";
import { whereLinkLeads } from "#lib/server/where-link-leads.ts";

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
  const response = await answer(request, forwarded);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

async function answer(request: NextRequest, headers: Headers): Promise<NextResponse> {
  switch (await whereLinkLeads(request.nextUrl)) {
    case "page":
      return NextResponse.next({ request: { headers } });
    case "nowhere":
      return NextResponse.rewrite(new URL("/nowhere", request.url), { request: { headers }, status: 404 });
    case "out_of_reach":
      return NextResponse.rewrite(new URL("/out-of-reach", request.url), { request: { headers }, status: 503 });
  }
}

export const config = {
  // Pages only: files and route handlers set their own headers.
  matcher: ["/((?!_next/static|api/|media/|icon.svg|robots.txt).*)"],
};
