import type { Voice } from "#lib/brand/languages/voice.ts";
import { palettesOf } from "#lib/brand/palette.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { escapeHtml } from "#lib/kernel/escape-html.ts";
import { oneLine } from "./link-mail.ts";
import type { Mail } from "./mailer.ts";

/** A mail that a person wrote: their words as they stand, the shop's name, and the way to the order's page where there is one. */
export function personMail(
  voice: Voice,
  about: {
    readonly brand: Pick<BrandTokens, "name" | "accent" | "mood" | "light" | "dark">;
    readonly number: string;
    readonly text: string;
    readonly url: string | null;
  },
): Pick<Mail, "subject" | "text" | "html"> {
  const { language, say } = voice;
  const { brand, number, text, url } = about;
  const { paper, ink, accent, onAccent } = palettesOf(brand).light;
  const subject = oneLine(say("mail.linkSubject", { number, shop: brand.name }));
  const paragraphs = text.split(/\n{2,}/).map((part) => escapeHtml(part).replaceAll("\n", "<br>"));
  const html = [
    `<!DOCTYPE html><html lang="${language.tag}" dir="${language.direction}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:32px 20px;background:${paper};color:${ink};font:17px/1.55 system-ui,sans-serif">`,
    `<div dir="auto" style="max-width:34rem;margin:0 auto"><p style="margin:0 0 24px;font-weight:600">${escapeHtml(brand.name)}</p>`,
    ...paragraphs.map((part) => `<p style="margin:0 0 16px">${part}</p>`),
    ...(url === null
      ? []
      : [
          `<p style="margin:24px 0 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;`,
          `background:${accent};color:${onAccent};font-weight:600;text-decoration:none">${escapeHtml(say("mail.linkButton"))}</a></p>`,
        ]),
    "</div></body></html>",
  ].join("");
  return { subject, text: `${text}\n\n${url === null ? "" : `${url}\n\n`}${brand.name}\n`, html };
}
