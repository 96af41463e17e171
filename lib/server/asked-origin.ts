import { isHttps } from "#lib/runtime/env.ts";
import { askedHost, firstOf } from "./asked-host.ts";
import { webEnv } from "./web-env.ts";

/** The origin by which a browser asked us, as it has to stand in what it keeps: a shop's own domain, or the host's. */
export function askedOrigin(asked: { readonly headers: Pick<Headers, "get"> }): string {
  const isSecure = firstOf(asked, "x-forwarded-proto") === "https" || isHttps(webEnv());
  return `${isSecure ? "https" : "http"}://${askedHost(asked) ?? "localhost"}`;
}
