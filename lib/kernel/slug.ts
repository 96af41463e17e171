const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Whether a text can be a merchant's short name: 1 to 63 lower-case letters, digits and dashes, no dash first. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** A short name made of a shop's name; `shop` where nothing of it can stand in one. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+/g, "")
      .slice(0, 63)
      .replaceAll(/-+$/g, "") || "shop"
  );
}
