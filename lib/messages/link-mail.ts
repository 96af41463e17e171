import { withoutDirections } from "#lib/brand/languages/isolated.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import { palettesOf } from "#lib/brand/palette.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { escapeHtml } from "#lib/kernel/escape-html.ts";
import type { Mail } from "./mailer.ts";

/** The mail that brings the link of an order: one sentence, one link, nothing that loads or counts. */
export function linkMail(
  { language, say }: Voice,
  about: {
    readonly brand: Pick<BrandTokens, "name" | "accent" | "mood" | "light" | "dark">;
    readonly number: string;
    readonly url: string;
  },
): Pick<Mail, "subject" | "text" | "html"> {
  const { brand, number, url } = about;
  const { paper, ink, accent, onAccent } = palettesOf(brand).light;
  const sentence = say("mail.link", { number });
  const subject = oneLine(say("mail.linkSubject", { number, shop: brand.name }));
  const html = [
    `<!DOCTYPE html><html lang="${language.tag}" dir="${language.direction}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:32px 20px;background:${paper};color:${ink};font:17px/1.55 system-ui,sans-serif">`,
    `<div style="max-width:34rem;margin:0 auto"><p style="margin:0 0 24px;font-weight:600">${escapeHtml(brand.name)}</p>`,
    `<p style="margin:0 0 24px">${escapeHtml(sentence)}</p>`,
    `<p style="margin:0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;`,
    `background:${accent};color:${onAccent};font-weight:600;text-decoration:none">${escapeHtml(say("mail.linkButton"))}</a></p>`,
    "</div></body></html>",
  ].join("");
  return { subject, text: `${sentence}\n\n${url}\n\n${brand.name}\n`, html };
}

/** A header has one line and no marks that turn what follows. */
export function oneLine(text: string): string {
  return withoutDirections(text)
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
