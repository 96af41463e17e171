import { askedHost } from "./asked-host.ts";

/**
 * The domain that a browser asked for, where it may be a shop's; null at the host's own address (`publicUrl`), at a number
 * and at a name without a dot.
 */
export function askedDomain(
  asked: { readonly headers: Pick<Headers, "get"> },
  publicUrl: string | null,
): string | null {
  const host = askedHost(asked);
  if (host === null) return null;
  const { hostname } = new URL(`http://${host}`);
  const isOwn = publicUrl !== null && new URL(publicUrl).hostname === hostname;
  return isOwn || !hostname.includes(".") || /^[\d.]+$/.test(hostname) ? null : hostname;
}
