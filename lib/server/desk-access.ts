import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Merchant } from "#db/queries/merchants.ts";
import type { Person } from "#db/queries/people.ts";
import { isAtLeast, type Role } from "#lib/kernel/role.ts";
import { enterDesk } from "#lib/use-cases/access/enter-desk.ts";
import { context } from "./context.ts";
import { deskAuth } from "./desk-auth.ts";
import { DESK_DOORS, deskPath, type MemberDoor } from "./desk-doors.ts";

/** Somebody at a shop's desk, and as what. */
export type Visit = { readonly person: Person; readonly merchant: Merchant; readonly role: Role };

/** `stranger`: there is no such shop, or it is not theirs; nobody learns which. */
export type Access =
  | { readonly kind: "member"; readonly visit: Visit }
  | { readonly kind: "nobody" | "stranger" | "too_little" };

/** Who is signed in, by the session's cookie; null for nobody. Asked of the database each time, so what was ended is over. */
async function personOf(sent: Headers): Promise<Person | null> {
  const found = await deskAuth().api.getSession({ headers: sent });
  return found === null ? null : { id: found.user.id, name: found.user.name, email: found.user.email };
}

/** Who stands at a shop's door, and whether it opens for them. Every page, form and action of a shop goes through here. */
export async function deskAccess(sent: Headers, slug: string, door: MemberDoor): Promise<Access> {
  const person = await personOf(sent);
  if (person === null) return { kind: "nobody" };
  const entered = await enterDesk(context(), { slug, userId: person.id });
  if (entered === null) return { kind: "stranger" };
  if (!isAtLeast(entered.role, DESK_DOORS[door])) return { kind: "too_little" };
  return { kind: "member", visit: { person, ...entered } };
}

/** For pages: the visit, or Next's way to the sign-in, to 404 or to 403. Within one request it is asked once a door. */
export const requireMember = cache(async (slug: string, door: MemberDoor): Promise<Visit> => {
  const access = await deskAccess(await headers(), slug, door);
  switch (access.kind) {
    case "member":
      return access.visit;
    case "nobody":
      return redirect(`/admin/sign-in?to=${encodeURIComponent(deskPath(door, slug))}`);
    case "stranger":
      return notFound();
    case "too_little":
      return forbidden();
  }
});

/** For what stands around a shop's pages: the visit, or null, and then the page inside says what to do. Opens nothing by itself. */
export const visitOf = cache(async (slug: string): Promise<Visit | null> => {
  const access = await deskAccess(await headers(), slug, "/admin/shops/[merchant]");
  return access.kind === "member" ? access.visit : null;
});

/** For pages of no shop: who is signed in; null for nobody. */
export async function signedIn(): Promise<Person | null> {
  return personOf(await headers());
}
