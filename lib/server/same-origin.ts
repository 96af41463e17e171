import { askedHost } from "./asked-host.ts";

/**
 * Whether a form was posted from a page of this very site: `Origin` names the host that was asked. Browsers send `Origin`
 * with every POST; one without it, or with `null`, is refused. A page elsewhere can set neither header.
 */
export function isSameOrigin(asked: { readonly headers: Pick<Headers, "get"> }): boolean {
  const origin = asked.headers.get("origin") ?? "";
  const host = askedHost(asked);
  return host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
