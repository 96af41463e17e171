import { Temporal } from "temporal-polyfill";
import { addressBlocksOf } from "#lib/server/client-address.ts";
import { context } from "#lib/server/context.ts";
import { postedForm } from "#lib/server/posted-form.ts";
import { linkRefusal, seeOther } from "#lib/server/see-other.ts";
import { cookieGuards } from "#lib/server/web-env.ts";
import { GRANT_MINUTES } from "#lib/use-cases/address/address-grant.ts";
import { provePostcode } from "#lib/use-cases/address/prove-postcode.ts";

type Params = { params: Promise<{ token: string }> };

const MINUTE_MS = 60_000;
const MOST_LETTERS = 16;

/** A plain form post: shows the whole address to whoever types its postcode, or hides it again. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await postedForm(request);
  if (!form.ok) return form.refusal;
  if (form.fields.hide !== undefined) return seeOther(`/t/${token}#address`, [grantCookie(token, "", 0)]);
  const postcode = String(form.fields.postcode ?? "").slice(0, MOST_LETTERS);
  try {
    const outcome = await provePostcode(
      { ...context(), now: Temporal.Now.instant() },
      { token, postcode, addressBlock: addressBlocksOf(request).near },
    );
    switch (outcome.kind) {
      case "proved":
        return seeOther(`/t/${token}#address`, [grantCookie(token, outcome.grant, GRANT_MINUTES * 60)]);
      case "wrong":
        return seeOther(`/t/${token}?address=wrong#address`);
      case "limited":
        return seeOther(`/t/${token}?address=${Math.ceil(outcome.retryAfterMs / MINUTE_MS)}#address`);
    }
  } catch (error) {
    return linkRefusal(error, request, `/t/${token}`);
  }
}

/** Somebody came here by a link, or a page that waited looks again: the order's page is one step away. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(`/t/${(await params).token}`);
}

/** Only this link's page gets it back. */
function grantCookie(token: string, value: string, maxAgeSeconds: number): string {
  return `address=${value}; Path=/t/${token}; Max-Age=${maxAgeSeconds}; ${cookieGuards()}`;
}
