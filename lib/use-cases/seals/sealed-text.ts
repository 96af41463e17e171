import * as z from "zod";
import { type KeyRing, seal, unseal } from "#lib/runtime/key-ring.ts";

const sealed = z.object({ keyId: z.string(), nonce: z.string(), text: z.string() });

/** A text for a cookie (base64url): whoever finds it can read nothing, and nobody can make one up. `context`: what it is for. */
export function sealedText(keys: KeyRing, text: string, context: string): string {
  return Buffer.from(JSON.stringify(seal(keys, text, context))).toString("base64url");
}

/** The text that was sealed for the same `context`; null where there is none, or one that is not ours. Never throws. */
export function openedText(keys: KeyRing, given: string | null, context: string): string | null {
  if (given === null) return null;
  try {
    return unseal(keys, sealed.parse(JSON.parse(Buffer.from(given, "base64url").toString("utf8"))), context);
  } catch {
    return null;
  }
}
