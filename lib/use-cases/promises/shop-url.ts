import ipaddr from "ipaddr.js";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether an address is this machine's own, by its name: then, and only then, it may be asked in the clear. */
export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}

/** Whether an IP address is one of the public internet's: not this machine's, not of a network behind it, nor a cloud's own. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/**
 * What is wrong with the address at which a shop wants to be asked, for people; null where nothing is. A name that leads to a
 * private address is found out when it is asked.
 */
export function shopUrlProblem(text: string): string | null {
  if (!URL.canParse(text)) return "is no web address.";
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== "" || password !== "") return "must not hold a user name or a password.";
  if (isLoopbackHost(hostname))
    return protocol === "http:" || protocol === "https:" ? null : "has to begin with https.";
  if (protocol !== "https:") return "has to begin with https.";
  const address = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(address) && !isPublicAddress(address) ? "is the address of a private network." : null;
}
