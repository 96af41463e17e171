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
  const least: Readonly<Record<string, "anyone" | "signed_in" | Role>> = DESK_DOORS;
  return ROOMS.flatMap(({ room, door }) => {
    const wanted = least[door];
    if (wanted === undefined || wanted === "anyone" || wanted === "signed_in") return [];
    return isAtLeast(role, wanted) ? [{ room, href: door.replace("[merchant]", encodeURIComponent(slug)) }] : [];
  });
}
