import "server-only";
import type { BrandLook } from "#lib/brand/css.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { DESK_SCHEMES, type DeskScheme } from "#lib/desk/desk-schemes.ts";
import { cookieIn } from "./reader-wishes.ts";
import { cookieGuards } from "./web-env.ts";

const NAME = "desk-colours";
const A_YEAR_S = 31_536_000;

/** The colours that were chosen for the desk in this browser; `auto` where none were, or nothing that we know. */
export function deskScheme(sent: Pick<Headers, "get">): DeskScheme {
  return schemeFrom(cookieIn(sent.get("cookie"), NAME));
}

/** The desk's own look in the chosen colours: they come with the page, so none flashes up in others first. */
export function deskLook(sent: Pick<Headers, "get">): BrandLook {
  return { ...fallbackBrand, scheme: deskScheme(sent) };
}

/** The `Set-Cookie` that keeps a choice of colours, for the desk alone; the device's own are kept by keeping nothing. */
export function keptScheme(text: string | undefined): string {
  const scheme = schemeFrom(text ?? null);
  const value = scheme === "auto" ? "=; Max-Age=0" : `=${scheme}; Max-Age=${A_YEAR_S}`;
  return `${NAME}${value}; Path=/admin; ${cookieGuards()}`;
}

function schemeFrom(text: string | null): DeskScheme {
  return DESK_SCHEMES.find((scheme) => scheme === text) ?? "auto";
}
