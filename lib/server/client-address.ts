import ipaddr from "ipaddr.js";
import type { AddressBlocks } from "#lib/use-cases/limits/take.ts";
import { PEER_HEADER } from "./peer-header.ts";
import { webEnv } from "./web-env.ts";

type Asked = { readonly headers: Pick<Headers, "get"> };

/**
 * Neighbours that are counted as one. Near: a household or a small office; providers hand out IPv6 by /56. Wide: what one
 * person gets hold of at a provider, such as an IPv6 /48 of 256 nears for nothing.
 */
const BITS = { near: { ipv4: 24, ipv6: 56 }, wide: { ipv4: 16, ipv6: 40 } } as const;

/**
 * The blocks of addresses that a request comes from, `203.0.113.0/24` in `203.0.0.0/16` or `2001:db8:0:ff00::/56` in
 * `2001:db8::/40`; `unknown` for all whose address cannot be told. `X-Forwarded-For` counts only as far as our own proxies
 * wrote it (`TRUSTED_PROXIES`).
 */
export function addressBlocksOf(request: Asked, trustedProxies = webEnv().trustedProxies ?? 0): AddressBlocks {
  const address = addressOf(clientOf(request, trustedProxies));
  if (address === null) return { near: "unknown", wide: "unknown" };
  return { near: blockOf(address, BITS.near), wide: blockOf(address, BITS.wide) };
}

function blockOf(address: ipaddr.IPv4 | ipaddr.IPv6, of: (typeof BITS)["near" | "wide"]): string {
  const kind = address.kind();
  const bits = of[kind];
  const text = `${address.toString()}/${bits}`;
  const block = kind === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text);
  return `${block.toString()}/${bits}`;
}

/** The last address of the chain is who is connected to us; each proxy of ours vouches for the one before. */
function clientOf({ headers }: Asked, trustedProxies: number): string {
  const chain = [
    ...(headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim()),
    headers.get(PEER_HEADER) ?? "",
  ].filter((hop, at, all) => hop !== "" || at === all.length - 1);
  return chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? "";
}

/** Some proxies write a port behind it. An IPv4 address in IPv6 clothes is an IPv4 address. */
function addressOf(hop: string) {
  const bare = hop.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : null;
}
