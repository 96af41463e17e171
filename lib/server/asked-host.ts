type Asked = { readonly headers: Pick<Headers, "get"> };

/**
 * The host by which a browser asked us, with its port, as `URL` writes it; null where none is named. A proxy that asks us by
 * another name tells it in `X-Forwarded-Host`; Next fills that in where there is none. An empty header names nothing.
 */
export function askedHost(asked: Asked): string | null {
  const named = firstOf(asked, "x-forwarded-host") || firstOf(asked, "host");
  return URL.canParse(`http://${named}`) ? new URL(`http://${named}`).host || null : null;
}

/** The first value of a header that proxies add to; empty where there is none. */
export function firstOf({ headers }: Asked, name: string): string {
  return headers.get(name)?.split(",")[0]?.trim() ?? "";
}
