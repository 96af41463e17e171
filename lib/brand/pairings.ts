import type { FontFamilyName } from "./fonts.ts";

/** Which of a device's own fonts stand in for a bundled one, or beside it for other scripts. */
export type Flavour = "didone" | "serif" | "sans" | "grotesque" | "mono";

/** One voice of the page's type. `family` null: the device's own fonts, nothing is downloaded. */
export type Face = { readonly family: FontFamilyName | null; readonly flavour: Flavour };

export type Pairing = {
  readonly display: Face;
  readonly text: Face;
  readonly numbers: Face;
  /** Of the display type, 400 to 700: one that its files hold. */
  readonly displayWeight: number;
  /** Between the letters of large type, in thousandths of an em. */
  readonly displayTracking: number;
};

const serif: Face = { family: null, flavour: "serif" };
const sans: Face = { family: null, flavour: "sans" };
const manrope: Face = { family: "manrope", flavour: "sans" };
const geologica: Face = { family: "geologica", flavour: "grotesque" };
const sourceSerif: Face = { family: "source-serif-4", flavour: "serif" };
const mono: Face = { family: null, flavour: "mono" };

/** The type that a brand can choose from. A first view loads at most 43 kB of it. */
export const pairings = {
  /** A high-contrast serif over a calm sans. */
  editorial: {
    display: { family: "noto-serif-display", flavour: "didone" },
    text: manrope,
    numbers: manrope,
    displayWeight: 400,
    displayTracking: -12,
  },
  /** A tight grotesque, numbers in the device's own mono. */
  technical: {
    display: geologica,
    text: geologica,
    numbers: mono,
    displayWeight: 650,
    displayTracking: -22,
  },
  /** One serif for everything, made for reading. */
  bookish: { display: sourceSerif, text: sourceSerif, numbers: sourceSerif, displayWeight: 600, displayTracking: -8 },
  /** One round, open sans. */
  friendly: { display: manrope, text: manrope, numbers: manrope, displayWeight: 700, displayTracking: -22 },
  /** One sans without an opinion. */
  neutral: { display: geologica, text: geologica, numbers: geologica, displayWeight: 600, displayTracking: -16 },
  /** The device's own sans. */
  plain: { display: sans, text: sans, numbers: sans, displayWeight: 650, displayTracking: -20 },
  /** The device's own serif for what is large, its sans for the rest. */
  "plain-serif": { display: serif, text: sans, numbers: sans, displayWeight: 600, displayTracking: 0 },
} as const satisfies Record<string, Pairing>;

export type PairingName = keyof typeof pairings;
export const pairingNames = Object.keys(pairings) as readonly PairingName[];
