/**
 * Whether a form was posted from a page of this very site: `Origin` names the host that was asked. Browsers send `Origin`
 * with every POST; one without it, or with `null`, is refused. A page elsewhere can set neither header.
 */
export function isSameOrigin({ headers }: { readonly headers: Pick<Headers, "get"> }): boolean {
  const origin = headers.get("origin") ?? "";
  // A proxy may ask us by another name; Next fills this in where there is none.
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host") ?? "";
  if (!URL.canParse(origin) || !URL.canParse(`http://${host}`)) return false;
  return new URL(origin).host !== "" && new URL(origin).host === new URL(`http://${host}`).host;
}
