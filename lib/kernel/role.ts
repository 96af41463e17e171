/** What people at a merchant's desk may do, least first: each may do all that the ones before may. */
export const ROLES = ["support", "editor", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** Whether a role is this one or a higher one. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** The role of this name; null where there is none. */
export function roleFrom(text: unknown): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}
