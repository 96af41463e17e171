import { behind } from "#lib/server/behind.ts";
import { addressBlocksOf } from "#lib/server/client-address.ts";
import { context } from "#lib/server/context.ts";
import { limitPage } from "#lib/server/limit-page.ts";
import { FIND_COOKIE } from "#lib/server/open-find.ts";
import { postedForm } from "#lib/server/posted-form.ts";
import { readerWishes, shopVoice } from "#lib/server/reader-wishes.ts";
import { linkRefusal, seeOther } from "#lib/server/see-other.ts";
import { cookieGuards } from "#lib/server/web-env.ts";
import { carriedForm } from "#lib/use-cases/find/carried-form.ts";
import { lookUp } from "#lib/use-cases/find/look-up.ts";
import { openShop } from "#lib/use-cases/find/open-shop.ts";
import { readLookUp } from "#lib/use-cases/find/read-look-up.ts";

type Params = { params: Promise<{ merchant: string }> };
type Fields = Readonly<Record<string, string>>;

const CARRIED_SECONDS = 120;

/** A plain form post: looks for an order. Found or not, the answer is the same, unless everything is right. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant } = await params;
  const form = await postedForm(request);
  if (!form.ok) return form.refusal;
  try {
    return await answer(request, merchant, form.fields);
  } catch (error) {
    return linkRefusal(error, request, `/find/${encodeURIComponent(merchant)}`);
  }
}

/** Somebody came here by a link or went back: the form is one step away. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(`/find/${encodeURIComponent((await params).merchant)}`);
}

async function answer(request: Request, slug: string, fields: Fields): Promise<Response> {
  const deps = context();
  const { merchantId, brand } = await openShop(deps, slug);
  const { typed, problems } = readLookUp(fields);
  const [problem] = problems;
  if (problem !== undefined) {
    const query = languageQuery(fields, { problem: problems.join(",") });
    const field = problem === "proof" ? "email" : problem;
    return seeOther(`/find/${slug}${query}#${field}`, [
      cookie(carriedForm(deps.keys, merchantId, typed), CARRIED_SECONDS),
    ]);
  }
  const outcome = await lookUp(deps, { merchantId, typed, from: addressBlocksOf(request) });
  switch (outcome.kind) {
    case "limited": {
      const voice = shopVoice(brand, readerWishes(request.headers, fields.lang ?? null));
      const back = `/find/${slug}${languageQuery(fields, {})}`;
      return limitPage(request, { brand, voice, back, retryAfterMs: outcome.retryAfterMs });
    }
    case "open":
      return seeOther(`/t/${outcome.token}${languageQuery(fields, {})}`, [cookie("", 0)]);
    case "told":
      behind("the outbox", outcome.later);
      return seeOther(`/find/${slug}/sent${languageQuery(fields, {})}`, [cookie("", 0)]);
  }
}

function languageQuery({ lang }: Fields, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ ...more, ...(lang === undefined ? {} : { lang: lang.slice(0, 20) }) });
  return query.size === 0 ? "" : `?${query}`;
}

function cookie(value: string, maxAgeSeconds: number): string {
  return `${FIND_COOKIE}=${value}; Path=/find; Max-Age=${maxAgeSeconds}; ${cookieGuards()}`;
}
