const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Whether a text can be a merchant's short name: 1 to 63 lower-case letters, digits and dashes, no dash first. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
