/** The origin by which a browser asked us, as it has to stand in what it keeps: a shop's own domain, or the host's. */
export function askedOrigin({ headers }: { readonly headers: Pick<Headers, "get"> }): string {
  const first = (name: string) => headers.get(name)?.split(",")[0]?.trim() || null;
  const host = first("x-forwarded-host") ?? first("host") ?? "localhost";
  const isHttps = first("x-forwarded-proto") === "https" || (process.env.PUBLIC_URL?.startsWith("https:") ?? false);
  return `${isHttps ? "https" : "http"}://${host}`;
}
