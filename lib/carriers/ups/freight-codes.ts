import { type Meaning, tableOf } from "#lib/carriers/meaning.ts";

/** Types that only freight has: there the same three digits mean something else than on a parcel. */
export const FREIGHT_TYPES: ReadonlySet<string> = new Set(["DO", "DD", "W"]);

/** Source: UPS Tracking appendix, freight activity codes; what leaves a doubt is left to the type. */
const ACTIVITIES: ReadonlyMap<string, Meaning> = tableOf([
  { says: "info_received", codes: "001 003 037 038 039" },
  { says: "cancelled", codes: "014" },
  { says: "picked_up", codes: "002 017 051" },
  { says: "in_transit", codes: "005 007 010 028 029 030 031 040 044 046 048 049 052 062 063 065 066 080" },
  { says: "customs", codes: "009 027 043 056" },
  { says: "out_for_delivery", codes: "011" },
  { says: "delivered", codes: "012 050" },
  { says: "exception", codes: "013 053 058" },
  { says: "informs", codes: "004 006 020 032 033 034 035 036 041 042 045 047 054 072" },
]);

/** What a freight activity says, by its detailed status or code; undefined where neither is of that list. */
export function meaningOfFreight(detail: string, code: string | null): Meaning | undefined {
  return ACTIVITIES.get(detail) ?? ACTIVITIES.get(code ?? "");
}
