import "server-only";
import { isAtLeast, type Role } from "#lib/kernel/role.ts";
import { DESK_DOORS } from "./desk-doors.ts";

/** The rooms of a shop's desk in the rail's order, each with its page's door. */
const ROOMS = [
  { room: "desk", door: "/admin/shops/[merchant]" },
  { room: "orders", door: "/admin/shops/[merchant]/orders" },
  { room: "carriers", door: "/admin/shops/[merchant]/carriers" },
  { room: "rules", door: "/admin/shops/[merchant]/rules" },
  { room: "numbers", door: "/admin/shops/[merchant]/numbers" },
  { room: "brand", door: "/admin/shops/[merchant]/brand" },
  { room: "people", door: "/admin/shops/[merchant]/people" },
] as const;

/** A room, and where it is. */
export type DeskRoom = { readonly room: (typeof ROOMS)[number]["room"]; readonly href: string };

/** The rooms that this role opens. */
export function roomsFor(slug: string, role: Role): readonly DeskRoom[] {
  return ROOMS.flatMap(({ room, door }) => {
    const href = doorFor(door, { slug, role });
    return href === null ? [] : [{ room, href }];
  });
}

/** Where a door of the shop is; null where there is none, or where it does not open for this role. */
export function doorFor(door: string, { slug, role }: { readonly slug: string; readonly role: Role }): string | null {
  const least: Readonly<Record<string, "anyone" | "signed_in" | Role>> = DESK_DOORS;
  const wanted = least[door];
  if (wanted === undefined || wanted === "anyone" || wanted === "signed_in") return null;
  return isAtLeast(role, wanted) ? door.replace("[merchant]", encodeURIComponent(slug)) : null;
}
