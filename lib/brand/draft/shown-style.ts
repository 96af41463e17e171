import { isColour } from "#lib/brand/colour.ts";
import { type BrandLook, type BrandStyle, brandStyle } from "#lib/brand/css.ts";
import type { Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";

type Light = Exclude<BrandTokens["scheme"], "auto">;
/** In which language and light a look is looked at; one that the shop does not offer is seen in the shop's own. */
type Seen = { readonly locale: string; readonly scheme: Light };

/** A look in one light: one that follows the shopper's device is seen in the light that is asked for. */
export function inLight<T extends Pick<BrandTokens, "scheme">>(look: T, asked: Light): T {
  return look.scheme === "auto" ? { ...look, scheme: asked } : look;
}

/**
 * The style of a look while it is tried out. A font may come late, since whoever looks is choosing it; and it has the faces of
 * every alphabet, so that it is the same whatever is written, and no font is fetched anew with a changed colour.
 */
export function shownStyle(look: BrandLook, locale: Locale): BrandStyle {
  const { faces, variables } = brandStyle(look, locale);
  return { faces: faces.replaceAll("font-display:optional", "font-display:swap"), variables };
}

/**
 * What `shownStyle` will be once the server has drawn what this form holds. Null while one of its colours cannot be read:
 * what is shown in its place, the server alone knows.
 */
export function typedStyle(form: BrandTokens, { locale, scheme }: Seen): BrandStyle | null {
  const { accent, light, dark } = form;
  const colours = [accent, ...Object.values(light), ...Object.values(dark)];
  if (colours.some((colour) => colour !== undefined && !isColour(colour))) return null;
  return shownStyle(inLight(form, scheme), form.locales.find((each) => each === locale) ?? form.locale);
}
