import type { DemoSlug } from "#lib/demo/merchants.ts";

/** One picture of the gallery's desk. */
export type DeskShot = {
  /** Its file, without the ending. */
  readonly name: string;
  readonly shop: DemoSlug;
  /** Where in the shop's desk. */
  readonly room: string;
  /** What is shown is the first row of the room's list. */
  readonly isOpened: boolean;
  readonly language: "en-GB" | "zh-TW";
  readonly window: "phone" | "desktop";
  readonly scheme: "light" | "dark";
  readonly caption: string;
};

/** Every room of the desk, by day and by night, and how it looks on a phone and in its other language. */
export const DESK_SHOTS: readonly DeskShot[] = [
  shot(
    "desk-start",
    ["voltgarten", "", false, "en-GB", "desktop", "light"],
    "What needs a person, most pressing first",
  ),
  shot(
    "desk-start-chinese",
    ["alishan-tea", "", false, "zh-TW", "phone", "light"],
    "The same on a phone, in Traditional Chinese",
  ),
  shot(
    "desk-orders",
    ["voltgarten", "/orders", false, "en-GB", "desktop", "dark"],
    "Orders, found by anything that is known of them",
  ),
  shot(
    "desk-order",
    ["maison-alder", "/orders?q=%231029", true, "en-GB", "desktop", "light"],
    "One order: what the shopper reads, and what we know",
  ),
  shot(
    "desk-brand",
    ["maison-alder", "/brand?scene=late&locale=en&scheme=light&device=phone", false, "en-GB", "desktop", "light"],
    "The brand, with the real page beside it",
  ),
  shot("desk-rules", ["maison-alder", "/rules", false, "en-GB", "desktop", "light"], "The rules, in sentences"),
  shot(
    "desk-numbers",
    ["voltgarten", "/numbers", false, "en-GB", "desktop", "dark"],
    "The numbers, as sentences first",
  ),
  shot(
    "desk-carriers",
    ["alishan-tea", "/carriers", false, "zh-TW", "desktop", "light"],
    "Carriers and what is left of their calls, in Traditional Chinese",
  ),
];

function shot(
  name: string,
  [shop, room, isOpened, language, window, scheme]: readonly [
    DemoSlug,
    string,
    boolean,
    DeskShot["language"],
    DeskShot["window"],
    DeskShot["scheme"],
  ],
  caption: string,
): DeskShot {
  return { name, shop, room, isOpened, language, window, scheme, caption };
}
