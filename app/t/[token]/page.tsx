import { cookies, headers } from "next/headers";
import { Temporal } from "temporal-polyfill";
import { BrandHead } from "#components/tracking/brand-head.tsx";
import { Freshness } from "#components/tracking/freshness.tsx";
import { OrderPage } from "#components/tracking/order-page.tsx";
import { readerOf } from "#components/tracking/reader.ts";
import { SharedHead } from "#components/tracking/shared-head.tsx";
import { Document } from "#components/ui/document.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { newId } from "#lib/kernel/ids.ts";
import { advertisesNothing } from "#lib/promise/page/advertises-nothing.ts";
import { behind } from "#lib/server/behind.ts";
import { context, trackingDeps } from "#lib/server/context.ts";
import { orNotFound } from "#lib/server/http-error.ts";
import { doorNoted } from "#lib/server/link-door.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import { notePageView } from "#lib/server/note-page-view.ts";
import { readerWishes } from "#lib/server/reader-wishes.ts";
import { DATABASE_PATIENCE_MS, within } from "#lib/server/within.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { isAddressGrant } from "#lib/use-cases/address/address-grant.ts";
import { noteDelayLook } from "#lib/use-cases/tracking/note-delay-look.ts";
import { type OpenedPage, openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";
import { refreshOrder } from "#lib/use-cases/tracking/refresh-order.ts";
import { lookAgain } from "./actions.ts";
import { beginOffers, OffersSlot, rowSoon } from "./offers.tsx";
import { readSaid } from "./read-said.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;
type RouteProps = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

async function open(token: string, query: Query) {
  const { db, keys, sandbox, floorMs } = context();
  const now = Temporal.Now.instant();
  const [kept, sent] = await Promise.all([cookies(), headers()]);
  const grant = kept.get("address")?.value ?? null;
  const door = doorNoted(sent);
  const opening = openTrackingPage(
    { db, now, sandboxPace: sandbox.pace, floorMs },
    {
      token,
      wishes: readerWishes(sent, typeof query.lang === "string" ? query.lang : null),
      isAddressOpen: isAddressGrant(keys, { token, grant, now }),
      door,
    },
  );
  // A page that does not open sells nothing, and says itself what is the matter.
  const offers = beginOffers(
    { token, door },
    opening.then(advertises, () => false).then((may) => !may),
  );
  return { ...(await orNotFound(within(DATABASE_PATIENCE_MS, opening))), offers, sent };
}

function advertises({ page, notices }: OpenedPage): boolean {
  return !advertisesNothing(page, notices);
}

/** The shopper's page of one order. */
export default async function TrackingRoute({ params, searchParams }: RouteProps) {
  const [{ token }, query, nonce] = await Promise.all([params, searchParams, requestNonce()]);
  const opened = await open(token, query);
  const { slug, brand, voice, page, notices, told, dials, whole, isAskable, isFirstLook } = opened;
  const soon = await rowSoon(opened.offers);
  if (isAskable && mayHaveNews(page)) lookBehind(token);
  if (isFirstLook && notices.length > 0) noteLook(token);
  notePageView({ ...opened.order, state: page.answer.kind }, opened.sent);
  const reader = readerOf(page, voice);
  const head = (
    <>
      <SharedHead shop={brand.name} voice={voice} />
      <BrandHead brand={brand} slug={slug} voice={voice} />
    </>
  );
  return (
    <Document
      language={voice.language}
      title={voice.say("title", { number: page.orderNumber, shop: brand.name })}
      css={brandCss(brand, voice.locale, JSON.stringify([page, notices, brand, whole, soon]))}
      nonce={nonce}
      head={head}
    >
      <OrderPage
        page={page}
        notices={notices}
        told={told}
        brand={brand}
        slug={slug}
        voice={voice}
        token={token}
        formKey={newId()}
        dials={dials}
        whole={whole}
        said={readSaid(query)}
        fresh={<Freshness page={page} reader={reader} token={token} language={voice.locale} look={lookAgain} />}
        offers={<OffersSlot soon={soon} voice={voice} shop={brand.name} token={token} />}
      />
    </Document>
  );
}

/** Also what nobody has heard of for so long that an open page asks no more: a view may bring it back. */
function mayHaveNews({ nextLookMs, parcels }: TrackingPage): boolean {
  return nextLookMs !== null || parcels.some(({ status }) => status === "pending" || status === "expired");
}

/** Whether a shopper was told before they looked is asked later (product rule 5): the first look at a delay is noted. */
function noteLook(token: string): void {
  behind("a look at a delay", () => noteDelayLook(context(), { token }));
}

/** Once the page is on its way, the carriers are asked: without JavaScript, a reload shows what they said. */
function lookBehind(token: string): void {
  behind("a parcel's news", () => refreshOrder(trackingDeps(), { token }));
}
