import { isCurrency } from "#lib/kernel/money.ts";
import { isZone } from "#lib/kernel/zone.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { isPassword, readEmail } from "./read-person.ts";
import type { FirstOwner } from "./set-up.ts";
import { isSetUpCode } from "./set-up-code.ts";

export const SET_UP_PROBLEMS = ["code", "name", "email", "password", "shop", "currency", "zone"] as const;
export type SetUpProblem = (typeof SET_UP_PROBLEMS)[number];

type Read =
  | { readonly ok: true; readonly owner: FirstOwner }
  | { readonly ok: false; readonly problems: readonly SetUpProblem[] };

/** Reads the set-up form. What is asked about the shop counts only where there is none yet. */
export function readSetUp(
  keys: KeyRing,
  fields: Readonly<Record<string, string>>,
  { hasShop, locale }: { readonly hasShop: boolean; readonly locale: string },
): Read {
  const name = (fields.name ?? "").trim();
  const email = readEmail(fields.email);
  const { password } = fields;
  const shop = {
    name: (fields.shop ?? "").trim().slice(0, 120),
    currency: (fields.currency ?? "").trim().toUpperCase(),
    zone: (fields.zone ?? "").trim(),
    locale,
  };
  const found: Readonly<Record<SetUpProblem, boolean>> = {
    code: !isSetUpCode(keys, fields.code ?? ""),
    name: name === "",
    email: email === null,
    password: !isPassword(password),
    shop: !hasShop && shop.name === "",
    currency: !hasShop && !isCurrency(shop.currency),
    zone: !hasShop && !isZone(shop.zone),
  };
  const problems = SET_UP_PROBLEMS.filter((problem) => found[problem]);
  if (problems.length > 0 || email === null || password === undefined) return { ok: false, problems };
  return { ok: true, owner: { name: name.slice(0, 80), email, password, shop } };
}
