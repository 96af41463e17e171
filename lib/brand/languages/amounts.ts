import { minorDigits } from "#lib/kernel/money.ts";
import type { Language } from "./language.ts";

/** Making a formatter costs a hundred times what using it does. */
const FORMATS = new Map<string, Intl.NumberFormat>();

/** From right to left the sign of "NT$" would go to its other side: a mark after it (LRM) keeps it there. */
const LETTERED_SIGN = /\p{L}\$/gu;

/** Money in minor units of an ISO 4217 currency, as the language writes it: "€5", "4,90 €". */
export function amountText(minor: number, currency: string, { habits, direction }: Language): string {
  const options = { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" } as const;
  const text = formatOf(habits.intl, options).format(minor / 10 ** minorDigits(currency));
  return direction === "rtl" ? text.replaceAll(LETTERED_SIGN, "$&\u200e") : text;
}

/** 12.5 is "12.5%", as the language writes it. */
export function percentText(percent: number, { habits }: Language): string {
  return formatOf(habits.intl, { style: "percent", maximumFractionDigits: 2 }).format(percent / 100);
}

function formatOf(intl: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([intl, options]);
  const format = FORMATS.get(key) ?? new Intl.NumberFormat(intl, options);
  FORMATS.set(key, format);
  return format;
}
