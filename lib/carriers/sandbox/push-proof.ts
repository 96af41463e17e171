import { type Signed, signatureHeaders } from "./push-signature.ts";
import type { PushTarget } from "./push-target.ts";

/** A push before it is proved: what it says, and headers that say who sends it. */
export type Message = Signed & { readonly headers: Readonly<Record<string, string>> };

/** The push as it goes over the wire, proved with a secret: the target's own, or a forger's. */
export function proved({ carrier, header }: PushTarget, secret: string, { body, uspsSigned, headers }: Message) {
  const signed: Signed = { body, ...(uspsSigned === undefined ? {} : { uspsSigned }) };
  return { body, headers: { ...headers, ...signatureHeaders(carrier, secret, signed, header ?? null) } };
}
