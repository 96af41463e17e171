import "server-only";
import { cookies, headers } from "next/headers";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { typedFrom } from "#lib/use-cases/find/carried-form.ts";
import { openShop } from "#lib/use-cases/find/open-shop.ts";
import { PROBLEMS, type Problem, type Typed } from "#lib/use-cases/find/read-look-up.ts";
import { context } from "./context.ts";
import { orNotFound } from "./http-error.ts";
import { readerWishes, shopVoice } from "./reader-wishes.ts";

/** What was typed last is in here, sealed, for two minutes: personal data never stands in an address. */
export const FIND_COOKIE = "find";

type Query = Readonly<Record<string, string | string[] | undefined>>;

export type Find = {
  readonly slug: string;
  readonly brand: BrandTokens;
  readonly voice: Voice;
  /** The language that the address asks for, to go on in it. */
  readonly language: string | null;
  readonly typed: Typed;
  readonly problems: readonly Problem[];
};

/** What the look-up of a shop shows. Next's 404 for a shop that is not there. */
export async function openFind(slug: string, query: Query): Promise<Find> {
  const [{ merchantId, brand }, kept, sent] = await Promise.all([
    orNotFound(openShop(context(), slug)),
    cookies(),
    headers(),
  ]);
  const voice = shopVoice(brand, readerWishes(sent, typeof query.lang === "string" ? query.lang : null));
  const asked = String(query.problem ?? "").split(",");
  const problems = PROBLEMS.filter((problem) => asked.includes(problem));
  const cookie = problems.length === 0 ? null : (kept.get(FIND_COOKIE)?.value ?? null);
  const language = typeof query.lang === "string" ? voice.locale : null;
  return { slug, brand, voice, language, typed: typedFrom(context().keys, merchantId, cookie), problems };
}
