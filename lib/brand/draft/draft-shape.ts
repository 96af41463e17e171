import * as z from "zod";
import { en } from "#lib/brand/languages/en.ts";
import { sentencesOf } from "#lib/brand/languages/sentences.ts";
import { locales } from "#lib/brand/locale.ts";
import { pairingNames } from "#lib/brand/pairings.ts";
import { type BrandChange, type BrandPath, depthOf } from "./draft-changes.ts";

/*
 * What a draft may hold: the right kinds of things, but as they were typed. A half-typed address is kept and told to be wrong;
 * `publishableBrand` is what refuses it.
 */
const typed = (most: number) => z.string().max(most);
const locale = z.enum(locales);
const translations = z.partialRecord(locale, typed(400));
const link = z.object({ label: typed(400), labels: translations.exactOptional(), url: typed(2_000) });
const pictureId = z.string().regex(/^[0-9a-f]{64}$/);
const picture = z.object({ pictureId, width: z.int().min(1).max(4_000), height: z.int().min(1).max(4_000) });
const colour = typed(64);
const MOST_LINKS = 20;

const PARTS: Readonly<Record<string, z.ZodType>> = {
  name: typed(200),
  locale,
  locales: z.array(locale).max(50),
  accent: colour,
  mood: z.enum(["warm", "neutral", "cool", "tinted", "soft", "crisp"]),
  light: colour.optional(),
  dark: colour.optional(),
  scheme: z.enum(["light", "dark", "auto"]),
  type: z.enum(pairingNames),
  radius: z.number().min(0).max(32),
  density: z.enum(["dense", "regular", "airy"]),
  answer: z.enum(["paper", "tint", "accent"]),
  logo: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("wordmark"), text: typed(200), spaced: z.boolean() }),
      z.object({ kind: z.literal("monogram"), text: typed(40) }),
      z.object({ kind: z.literal("picture"), light: picture, dark: picture.nullable() }),
    ])
    .nullable(),
  favicon: z.object({ small: pictureId, large: pictureId }).nullable(),
  hero: picture
    .extend({ alt: typed(1_000), alts: translations.exactOptional(), url: typed(2_000).nullable() })
    .nullable(),
  storefrontUrl: typed(2_000).nullable(),
  supportEmail: typed(400).nullable(),
  headerLinks: z.array(link).max(MOST_LINKS),
  footerLinks: z.array(link).max(MOST_LINKS),
  footerText: typed(1_000).nullable(),
  words: typed(2_000).optional(),
};

/** Every language has the same. */
const SENTENCES: ReadonlySet<string> = new Set(sentencesOf(en.words).keys());
const MOODS: Readonly<Record<string, readonly unknown[]>> = {
  neutrals: ["warm", "neutral", "cool", "tinted"],
  contrast: ["soft", "crisp"],
};
const COLOURS: ReadonlySet<string> = new Set("paper surface tint ink muted accent onAccent link act good".split(" "));
const MOST_CHANGES = 500;
const changes = z
  .array(
    z.object({
      path: z.array(z.string().min(1).max(200)).min(1).max(3),
      was: z.unknown().exactOptional(),
      is: z.unknown().exactOptional(),
    }),
  )
  .max(MOST_CHANGES);

/** The changes that somebody sent, each of a part that a brand has and of its kind, and no more; null where one is not. */
export function draftChangesFrom(sent: unknown): readonly BrandChange[] | null {
  const read = changes.safeParse(sent);
  if (!read.success || !read.data.every(({ path, is }) => isDraftValue(path, is))) return null;
  return read.data.map(({ is, ...change }) => {
    const kept = is === undefined ? undefined : PARTS[change.path[0] ?? ""]?.parse(is);
    return kept === undefined ? change : { ...change, is: kept };
  });
}

/** Whether a draft may hold this value at this path. */
export function isDraftValue(path: BrandPath, value: unknown): boolean {
  const [root = "", second = "", third = ""] = path;
  const part = Object.hasOwn(PARTS, root) ? PARTS[root] : undefined;
  if (part === undefined || path.length !== depthOf(root) || !part.safeParse(value).success) return false;
  switch (root) {
    case "mood":
      return Object.hasOwn(MOODS, second) && MOODS[second]?.includes(value) === true;
    case "light":
    case "dark":
      return COLOURS.has(second);
    case "words":
      return locale.safeParse(second).success && SENTENCES.has(third);
    default:
      return true;
  }
}
