import { behind } from "#lib/server/behind.ts";
import { context } from "#lib/server/context.ts";
import { postedForm } from "#lib/server/posted-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { noteSights } from "#lib/use-cases/recommend/note-sights.ts";
import { readSightsForm } from "#lib/use-cases/recommend/read-sights-form.ts";

type Params = { params: Promise<{ token: string }> };

/** A page's word (`navigator.sendBeacon`) that offered products were on the screen. Nobody waits for what becomes of it. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await postedForm(request);
  if (!form.ok) return form.refusal;
  const products = readSightsForm(form.fields);
  if (products === null) return new Response("This is no list of products.", { status: 400, headers: HEADERS });
  behind("what was seen of an offer", () => noteSights(context(), { token, kind: "seen", products }));
  return new Response(null, { status: 204, headers: HEADERS });
}

/** Somebody typed the address: the order's page is one step away. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(`/t/${(await params).token}`);
}

const HEADERS = { "Cache-Control": "no-store" };
