import type { Role } from "#lib/kernel/role.ts";

/**
 * Every page and form of the desk, by its place under `app`, and the least that somebody has to be. The page or form names its
 * door when it asks for who is there; a test walks the folder and tries each, so that none can be forgotten.
 */
export const DESK_DOORS = {
  "/admin": "signed_in",
  "/admin/colours": "anyone",
  "/admin/enter": "anyone",
  "/admin/enter/session": "anyone",
  "/admin/forgotten": "anyone",
  "/admin/forgotten/send": "anyone",
  "/admin/link": "anyone",
  "/admin/link/send": "anyone",
  "/admin/new-password": "anyone",
  "/admin/new-password/save": "anyone",
  "/admin/setup": "anyone",
  "/admin/setup/create": "anyone",
  "/admin/sign-in": "anyone",
  "/admin/sign-in/password": "anyone",
  "/admin/sign-out": "anyone",
  "/admin/shops/[merchant]": "support",
  "/admin/shops/[merchant]/account": "support",
  "/admin/shops/[merchant]/account/elsewhere": "support",
  "/admin/shops/[merchant]/account/password": "support",
  "/admin/shops/[merchant]/orders": "support",
  "/admin/shops/[merchant]/orders/[order]": "support",
  "/admin/shops/[merchant]/orders/[order]/payloads": "support",
  "/admin/shops/[merchant]/orders/[order]/renew": "support",
  "/admin/shops/[merchant]/orders/[order]/revoke": "support",
  "/admin/shops/[merchant]/carriers": "editor",
  "/admin/shops/[merchant]/carriers/answering": "editor",
  "/admin/shops/[merchant]/carriers/connect": "editor",
  "/admin/shops/[merchant]/carriers/connect/save": "editor",
  "/admin/shops/[merchant]/carriers/undo": "editor",
  "/admin/shops/[merchant]/carriers/[account]": "editor",
  "/admin/shops/[merchant]/carriers/[account]/disconnect": "editor",
  "/admin/shops/[merchant]/carriers/[account]/keys": "editor",
  "/admin/shops/[merchant]/carriers/[account]/limits": "editor",
  "/admin/shops/[merchant]/carriers/[account]/pause": "editor",
  "/admin/shops/[merchant]/carriers/[account]/test": "editor",
  "/admin/shops/[merchant]/carriers/[account]/webhook": "editor",
  "/admin/shops/[merchant]/imports": "editor",
  "/admin/shops/[merchant]/imports/upload": "editor",
  "/admin/shops/[merchant]/imports/[upload]": "editor",
  "/admin/shops/[merchant]/imports/[upload]/drop": "editor",
  "/admin/shops/[merchant]/imports/[upload]/kind": "editor",
  "/admin/shops/[merchant]/imports/[upload]/progress": "editor",
  "/admin/shops/[merchant]/imports/[upload]/rejected": "editor",
  "/admin/shops/[merchant]/imports/[upload]/start": "editor",
  "/admin/shops/[merchant]/brand": "editor",
  "/admin/shops/[merchant]/brand/discard": "editor",
  "/admin/shops/[merchant]/brand/history": "editor",
  "/admin/shops/[merchant]/brand/picture": "editor",
  "/admin/shops/[merchant]/brand/preview": "editor",
  "/admin/shops/[merchant]/brand/publish": "editor",
  "/admin/shops/[merchant]/brand/restore": "editor",
  "/admin/shops/[merchant]/brand/review": "editor",
  "/admin/shops/[merchant]/brand/save": "editor",
  "/admin/shops/[merchant]/numbers": "support",
  "/admin/shops/[merchant]/numbers/csv": "support",
  "/admin/shops/[merchant]/todo/[item]": "support",
  "/admin/shops/[merchant]/todo/[item]/ask": "support",
  "/admin/shops/[merchant]/todo/[item]/give": "support",
  "/admin/shops/[merchant]/todo/[item]/settle": "support",
  "/admin/shops/[merchant]/todo/[item]/turn": "support",
  "/admin/shops/[merchant]/todo/[item]/write": "support",
  "/admin/shops/[merchant]/people": "owner",
  "/admin/shops/[merchant]/people/add": "owner",
  "/admin/shops/[merchant]/people/remove": "owner",
  "/admin/shops/[merchant]/people/role": "owner",
  "/admin/shops/[merchant]/rules": "editor",
  "/admin/shops/[merchant]/rules/change": "editor",
  "/admin/shops/[merchant]/rules/edit": "editor",
  "/admin/shops/[merchant]/rules/find": "editor",
  "/admin/shops/[merchant]/rules/restore": "editor",
} as const satisfies Readonly<Record<string, "anyone" | "signed_in" | Role>>;

type Doors = typeof DESK_DOORS;
/** The doors of a shop's desk. */
export type MemberDoor = { [Path in keyof Doors]: Doors[Path] extends Role ? Path : never }[keyof Doors];

/** Where a shop's door is. */
export function deskPath(door: MemberDoor, slug: string): string {
  return door.replace("[merchant]", encodeURIComponent(slug));
}

/** A path of the desk to go on to after signing in, as a form or an address names it; the start for anything else. */
export function onwardFrom(text: string | null | undefined): string {
  return text != null && /^\/admin(\/[a-z0-9-]+)*$/.test(text) ? text : "/admin";
}
