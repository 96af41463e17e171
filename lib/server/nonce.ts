import "server-only";
import { headers } from "next/headers";

/** This response's nonce, as `proxy.ts` set it. Reading it makes the page render at every request, which a nonce needs. */
export async function requestNonce(): Promise<string> {
  return (await headers()).get("x-nonce") ?? "";
}
