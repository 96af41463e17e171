import "server-only";
import { type HostedMerchant, merchantOfHost } from "#db/queries/hosts.ts";
import { context } from "./context.ts";

/**
 * The shop whose own domain a browser asked for; null at the host's own address, which shows every shop's links. What a
 * browser claims here decides only which of our public pages it sees.
 */
export async function shopOfHost(headers: Pick<Headers, "get">): Promise<HostedMerchant | null> {
  const asked = headers.get("x-forwarded-host")?.split(",")[0]?.trim() || headers.get("host") || "";
  const host = URL.canParse(`http://${asked}`) ? new URL(`http://${asked}`).hostname : "";
  const own = process.env.PUBLIC_URL;
  if (host === "" || !host.includes(".") || /^[\d.]+$/.test(host)) return null;
  if (own !== undefined && URL.canParse(own) && new URL(own).hostname === host) return null;
  return merchantOfHost(context().db, host);
}
