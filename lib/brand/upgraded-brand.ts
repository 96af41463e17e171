import { z } from "zod";
import type { PairingName } from "./pairings.ts";

const record = z.record(z.string(), z.unknown());
const stack = z.object({ generic: z.string() });
const oldType = z.object({ display: stack, text: stack, numbers: stack });
const oldPicture = z.object({ kind: z.literal("picture"), pictureId: z.string() });
const oldColours = z.object({ accent: z.string() });

/** The room that version 0.1 gave a logo whose size it did not know. */
const OLD_LOGO = { width: 208, height: 36 };

/**
 * A brand as version 0.1 stored it (whole palettes, font families, a second language) in today's shape; what is of today's
 * shape already, or of none, is returned as it is. Reads only: the result still goes through the schema.
 */
export function upgradedBrand(stored: unknown): unknown {
  const old = record.safeParse(stored).data;
  if (old === undefined || "accent" in old || !("secondLocale" in old)) return stored;
  const { secondLocale, type, logo, light, locale, ...same } = old;
  return {
    ...same,
    locale,
    locales: secondLocale === null ? [locale] : [locale, secondLocale],
    accent: oldColours.safeParse(light).data?.accent,
    light,
    type: pairingFor(type),
    logo: upgradedLogo(logo),
  };
}

/** The brand keeps the device's fonts where it had them; mono numbers are a technical voice. */
function pairingFor(type: unknown): PairingName {
  const { display, text, numbers } = oldType.safeParse(type).data ?? {};
  if (numbers?.generic === "monospace") return "technical";
  if (display?.generic !== "serif") return "plain";
  return text?.generic === "serif" ? "bookish" : "plain-serif";
}

function upgradedLogo(logo: unknown): unknown {
  const picture = oldPicture.safeParse(logo).data;
  if (picture === undefined) return logo;
  return { kind: "picture", light: { pictureId: picture.pictureId, ...OLD_LOGO }, dark: null };
}
