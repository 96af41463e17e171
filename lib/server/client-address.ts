import ipaddr from "ipaddr.js";
import { readEnv } from "#lib/runtime/env.ts";
import { PEER_HEADER } from "./peer-header.ts";

type Asked = { readonly headers: Pick<Headers, "get"> };

/** Neighbours that are counted as one: a household or a small office. Providers hand out IPv6 by /56. */
const BLOCK_BITS = { ipv4: 24, ipv6: 56 } as const;

/**
 * The block of addresses that a request comes from, `203.0.113.0/24` or `2001:db8:0:ff00::/56`; `unknown` for all whose
 * address cannot be told. `X-Forwarded-For` counts only as far as our own proxies wrote it (`TRUSTED_PROXIES`).
 */
export function addressBlockOf(request: Asked, trustedProxies = proxiesOfOurs()): string {
  const address = addressOf(clientOf(request, trustedProxies));
  if (address === null) return "unknown";
  const kind = address.kind();
  const bits = BLOCK_BITS[kind];
  const text = `${address.toString()}/${bits}`;
  const block = kind === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text);
  return `${block.toString()}/${bits}`;
}

let known: number | null = null;

/** Read once: the environment of a process does not change. */
function proxiesOfOurs(): number {
  known ??= readEnv(process.env).trustedProxies ?? 0;
  return known;
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
