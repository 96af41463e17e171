import { type ContrastAdvice, contrastAdvice } from "#lib/brand/contrast-advice.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { DeskSay, DeskVoice } from "#lib/desk/desk-voice.ts";
import type { ColourAdvice } from "./draft-view.ts";

/** What of a brand's colours shoppers see otherwise than wished, in words. */
export function colourAdvice(
  brand: BrandTokens,
  { say, tag }: Pick<DeskVoice, "say" | "tag">,
): readonly ColourAdvice[] {
  const ratio = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return contrastAdvice(brand).map((advice) => ({
    path: advice.path,
    wished: advice.wished,
    shown: advice.shown,
    text: textOf(advice, ratio.format(Math.floor(advice.ratio * 10) / 10), say),
    fix: say("brand.advice.fix", { shown: advice.shown }),
  }));
}

function textOf({ role, scheme, wished, shown }: ContrastAdvice, ratio: string, say: DeskSay): string {
  const isLight = scheme === "light";
  if (role === "accentText")
    return say(isLight ? "brand.advice.accentLight" : "brand.advice.accentDark", { wished, shown, ratio });
  const name = say(`brand.role.${role}`);
  return say(isLight ? "brand.advice.roleLight" : "brand.advice.roleDark", { role: name, wished, shown, ratio });
}
