import { z } from "zod";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import type { CallContext } from "./carrier.ts";
import { type CarrierError, jsonOf, type Reply, type Request, unreadableBody } from "./http.ts";
import type { FreshToken } from "./token.ts";
import type { Verdict } from "./tracked.ts";

/** RFC 6749 section 5.1; UPS writes the seconds as a text. A life that is not told counts as an hour, or until refused. */
const tokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(3_600),
});

/** Asks a token endpoint once. `failureOf` reads why a reply holds no token; null where nothing says so. */
export async function askForToken(
  { send, signal }: CallContext,
  request: Pick<Request, "url" | "headers" | "body">,
  failureOf: (reply: Reply) => CarrierError | null,
): Promise<Result<FreshToken, CarrierError>> {
  const sent = await send({ method: "POST", ...request, isCounted: false, signal });
  if (!sent.ok) return sent;
  const failure = failureOf(sent.value);
  if (failure !== null) return err(failure);
  const token = tokenReply.safeParse(jsonOf(sent.value.body));
  if (!token.success) return err(unreadableBody(sent.value.body));
  return ok({ token: token.data.access_token, expiresInS: token.data.expires_in });
}

/** The failure of a token request whose carrier declines with codes: what they do not explain is because of the key. */
export function keyRefusal(verdict: Verdict | null): CarrierError | null {
  if (verdict === null || verdict === "not_found") return null;
  return verdict.kind === "rejected" ? { ...verdict, kind: "credentials_refused" } : verdict;
}
