import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { PersonId } from "#lib/kernel/ids.ts";
import type { Auth } from "./create-auth.ts";

/**
 * A token with which a person chooses a password once, for the page `newPasswordPath`. It is kept as better-auth keeps the ones
 * that it sends itself, so that its `resetPassword` takes it.
 */
export async function newPasswordToken(
  auth: Auth,
  { userId, hours }: { readonly userId: PersonId; readonly hours: number },
): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt: new Date(Temporal.Now.instant().add({ hours }).epochMilliseconds),
  });
  return token;
}

/** The page on which a password is chosen. */
export function newPasswordPath(token: string): string {
  return `/admin/new-password?token=${encodeURIComponent(token)}`;
}

/** The page on which a link signs somebody in. */
export function enterPath(token: string): string {
  return `/admin/enter?token=${encodeURIComponent(token)}`;
}
