import "server-only";
import type { CarrierCredentials } from "#lib/use-cases/carriers/carrier-credentials.ts";

type Fields = Readonly<Record<string, string | undefined>>;
type KeysProblem = "clientId" | "secret" | "sandbox";

/** The keys that a form holds, trimmed: they are copied from other pages. */
export function typedKeys(fields: Fields): CarrierCredentials {
  return { clientId: (fields.clientId ?? "").trim(), clientSecret: (fields.clientSecret ?? "").trim() };
}

/** What is wrong with keys before any carrier is asked; null where nothing is. */
export function keysProblem(
  { clientId, clientSecret }: CarrierCredentials,
  { needsClientId, isSandbox }: { readonly needsClientId: boolean; readonly isSandbox: boolean },
): KeysProblem | null {
  if (needsClientId && clientId === "") return "clientId";
  if (clientSecret === "") return "secret";
  const played = needsClientId ? clientId : clientSecret;
  return isSandbox && !played.startsWith("sandbox-") ? "sandbox" : null;
}

/** The name of an account as a form has it; null for one that cannot be. */
export function accountLabel(text: string | undefined): string | null {
  const label = (text ?? "").trim() || "main";
  return /^[\p{L}\p{N}][\p{L}\p{N} -]{0,39}$/u.test(label) ? label : null;
}
