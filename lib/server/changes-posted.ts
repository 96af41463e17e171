import "server-only";
import { type BrandChange, isSameValue, withChanges } from "#lib/brand/draft/draft-changes.ts";
import { draftChangesFrom } from "#lib/brand/draft/draft-shape.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { changesOfFields } from "#lib/desk/brand/draft-fields.ts";

/**
 * What one of the editor's forms changes: its field `was` holds what it showed, by part. What is no part of a brand, or not of
 * its kind, changes nothing.
 */
export function changesPosted(fields: Readonly<Record<string, string>>, present: BrandTokens): readonly BrandChange[] {
  if (fields.was === undefined) return [];
  const shown = withChanges(present, shownIn(fields.was));
  return changesOfFields(fields, shown).filter(
    (change) => !isSameValue(change.was, change.is) && draftChangesFrom([change]) !== null,
  );
}

function shownIn(text: string | undefined): readonly BrandChange[] {
  try {
    const read: unknown = JSON.parse(text ?? "{}");
    if (typeof read !== "object" || read === null) return [];
    return Object.entries(read).flatMap(([path, value]: [string, unknown]) => {
      const parts = path.split("/");
      const is = value === null && parts.length > 1 ? undefined : value;
      return draftChangesFrom([{ path: parts, ...(is === undefined ? {} : { is }) }]) ?? [];
    });
  } catch {
    return [];
  }
}
