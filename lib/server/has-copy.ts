/** Whether a browser says that it has this very version already (RFC 9110 section 13.1.2, compared weakly). */
export function hasCopy({ headers }: { readonly headers: Pick<Headers, "get"> }, etag: string): boolean {
  const known = headers.get("if-none-match")?.split(",") ?? [];
  return known.some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
