import type { DemoSlug } from "#lib/demo/merchants.ts";
import type { DeskShot } from "./gallery-desk-shots.ts";

/** One picture of the gallery. */
export type Shot = {
  /** Its file, without the ending. */
  readonly name: string;
  readonly shop: DemoSlug;
  readonly order: string;
  /** A language of ours. */
  readonly locale: string;
  readonly window: "phone" | "desktop";
  readonly scheme: "light" | "dark";
  readonly caption: string;
  /** The part of the page that the picture begins with; null for its top. */
  readonly from: string | null;
};

/** What the gallery shows: each look, both windows, both schemes, good and bad days, and how the languages look. */
export const SHOTS: readonly Shot[] = [
  shot(
    "alder-arriving",
    ["maison-alder", "#1041", "en", "phone", "light"],
    "On its way, with the day as the biggest thing",
  ),
  shot(
    "alder-late",
    ["maison-alder", "#1029", "en", "desktop", "light"],
    "Late: what was promised, what holds now, and why",
  ),
  shot(
    "alder-two-parcels",
    ["maison-alder", "#1031", "en", "phone", "dark"],
    "Two parcels, one here, one with an unclear address",
  ),
  shot("alder-customs-german", ["maison-alder", "#1033", "de", "phone", "light"], "At customs, in German"),
  shot(
    "alder-apology",
    ["maison-alder", "#1029", "en", "phone", "light"],
    "Sorry: what went wrong, something for the wait, and what can be done",
  ),
  shot(
    "alder-goes-with-it",
    ["maison-alder", "#1018", "en", "phone", "light"],
    "What goes with what has come, and why it is shown",
    ".offers",
  ),
  shot("alder-delivered", ["maison-alder", "#1018", "en", "desktop", "dark"], "Delivered: is everything right?"),
  shot(
    "voltgarten-pick-up",
    ["voltgarten", "VG-88119", "en", "phone", "dark"],
    "To be collected: where, when it is open, until when",
  ),
  shot(
    "voltgarten-moved-german",
    ["voltgarten", "VG-88121", "de", "phone", "dark"],
    "The date has moved: what it was, what it is now, and why, in German",
  ),
  shot("voltgarten-lost", ["voltgarten", "VG-88113", "en", "desktop", "dark"], "Lost, and what happens now"),
  shot("voltgarten-snow-thai", ["voltgarten", "VG-88117", "th", "phone", "dark"], "Held up by snow, in Thai"),
  shot(
    "voltgarten-return-arabic",
    ["voltgarten", "VG-88115", "ar", "phone", "dark"],
    "On its way back, in Arabic, from right to left",
  ),
  shot(
    "tea-ocean",
    ["alishan-tea", "AT-5536", "zh-Hant-TW", "phone", "light"],
    "Over the ocean, in Traditional Chinese",
  ),
  shot(
    "tea-gift",
    ["alishan-tea", "AT-5540", "zh-Hant-TW", "desktop", "light"],
    "A gift on its way, in Traditional Chinese",
  ),
  shot(
    "tea-simplified-chinese",
    ["alishan-tea", "AT-5553", "zh-Hans-CN", "phone", "dark"],
    "Handed over, in Simplified Chinese",
  ),
];

function shot(
  name: string,
  [shop, order, locale, window, scheme]: readonly [DemoSlug, string, string, Shot["window"], Shot["scheme"]],
  caption: string,
  from: string | null = null,
): Shot {
  return { name, shop, order, locale, window, scheme, caption, from };
}

const HEADINGS: Readonly<Record<DemoSlug, string>> = {
  "maison-alder": "Maison Alder, a fashion label",
  voltgarten: "Voltgarten, an electronics shop",
  "alishan-tea": "阿里山茶集, a tea house",
};

/** The page that shows these pictures, as Markdown. */
export function galleryPage(shots: readonly Shot[], desk: readonly DeskShot[]): string {
  const shops = [...new Set(shots.map(({ shop }) => shop))].map((shop) => {
    const own = shots.filter((each) => each.shop === shop);
    return [`## ${HEADINGS[shop]}`, "", ...own.flatMap(linesOf)];
  });
  return [
    "# Gallery",
    "",
    "The demo's three shops: one page, three looks, six languages; and the desk behind it. `npm run gallery` takes these pictures anew.",
    "",
    ...shops.flat(),
    "## The merchants' desk",
    "",
    ...desk.flatMap(linesOf),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

type Shown = Pick<Shot, "name" | "caption" | "window" | "scheme">;

function linesOf(shot: Shown): readonly string[] {
  return [pictureLine(shot), "", captionLine(shot), ""];
}

function pictureLine({ name, caption, window }: Shown): string {
  return `<img src="${name}.webp" alt="${caption}" width="${window === "phone" ? 292 : 720}">`;
}

function captionLine({ caption, window, scheme }: Shown): string {
  return `${caption} (${window}, ${scheme}).`;
}
