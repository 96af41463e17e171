import "server-only";
import { type HostedMerchant, merchantOfHost } from "#db/queries/hosts.ts";
import { askedDomain } from "./asked-domain.ts";
import { context } from "./context.ts";
import { webEnv } from "./web-env.ts";

/**
 * The shop whose own domain a browser asked for; null at the host's own address, which shows every shop's links. What a
 * browser claims here decides only which of our public pages it sees.
 */
export async function shopOfHost(headers: Pick<Headers, "get">): Promise<HostedMerchant | null> {
  const domain = askedDomain({ headers }, webEnv().publicUrl);
  return domain === null ? null : merchantOfHost(context().db, domain);
}
