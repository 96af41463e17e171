import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { palettesOf } from "#lib/brand/palette.ts";
import { escapeHtml } from "#lib/kernel/escape-html.ts";
import { oneLine } from "./link-mail.ts";
import type { Mail } from "./mailer.ts";

/** A mail to somebody at the desk: a sentence and a link, in Porchlight's own look. Everything given is text, not markup. */
export function deskMail(about: {
  readonly tag: string;
  readonly subject: string;
  readonly sentence: string;
  readonly button: string;
  readonly url: string;
}): Pick<Mail, "subject" | "text" | "html"> {
  const { tag, sentence, button, url } = about;
  const { paper, ink, accent, onAccent } = palettesOf(fallbackBrand).light;
  const subject = oneLine(about.subject);
  const html = [
    `<!DOCTYPE html><html lang="${tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:32px 20px;background:${paper};color:${ink};font:17px/1.55 system-ui,sans-serif">`,
    '<div style="max-width:34rem;margin:0 auto"><p style="margin:0 0 24px;font-weight:600">Porchlight</p>',
    `<p style="margin:0 0 24px">${escapeHtml(sentence)}</p>`,
    `<p style="margin:0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;`,
    `background:${accent};color:${onAccent};font-weight:600;text-decoration:none">${escapeHtml(button)}</a></p>`,
    "</div></body></html>",
  ].join("");
  return { subject, text: `${oneLine(sentence)}\n\n${url}\n\nPorchlight\n`, html };
}
