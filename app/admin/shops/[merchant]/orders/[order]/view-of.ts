import type { DeskOrderView } from "#components/admin/orders/desk-order-page.tsx";
import { MOST_ORDERS } from "#db/queries/desk-order.ts";
import { safeUrl } from "#lib/brand/brand-schema.ts";
import type { deskOrder } from "#lib/server/desk-order.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import { giftOf } from "#lib/use-cases/orders/open-desk-order.ts";

type Opened = NonNullable<Awaited<ReturnType<typeof deskOrder>>>;

/** An opened order as its page at the desk shows it. Parcels are numbered as on the shopper's page. */
export function viewOf(opened: Opened): DeskOrderView {
  const { page, stored, known, moments, clock, url, offer } = opened;
  const { currency, subtotalMinor, shippingMinor, taxMinor, discountMinor, totalMinor } = known;
  return {
    ...{ page, moments, clock, offer: offerOf(opened, offer) },
    placedAt: stored.placedAt,
    cancelledAt: stored.cancelledAt,
    parcels: parcelsOf(opened),
    words: wordsOf(opened),
    delays: delaysOf(opened),
    choices: known.remedies,
    messages: known.messages,
    lines: linesOf(opened),
    money: { currency, subtotalMinor, shippingMinor, taxMinor, discountMinor, totalMinor },
    shopper: shopperOf(opened),
    link: url === null ? { kind: "revoked", at: known.linkRevokedAt ?? stored.placedAt } : { kind: "open", url },
    told: stored.parcels.reduce((count, { observations }) => count + observations.length, 0),
  };
}

function parcelsOf({ stored, known }: Opened): DeskOrderView["parcels"] {
  return new Map(
    known.parcels.map(({ trackingNumber }, at) => {
      const { asking = null, hasAccount = false } = stored.parcels[at] ?? {};
      const { problem = null, problemSince: since = null } = asking ?? {};
      const trouble = problem === null || since === null ? null : { kind: problem, since };
      return [at + 1, { trackingNumber, hasAccount, problem: trouble }];
    }),
  );
}

function wordsOf({ stored }: Opened): DeskOrderView["words"] {
  const carrier = carrierName(stored.parcels[0]?.carrier ?? "");
  return [
    ...stored.promises.map((word) => ({ ...word, parcel: null, carrier })),
    ...stored.parcels.flatMap((parcel, at) =>
      parcel.told.map((word) => ({ ...word, parcel: at + 1, carrier: carrierName(parcel.carrier) })),
    ),
  ];
}

function delaysOf({ known, stored }: Opened): DeskOrderView["delays"] {
  return known.delays.map(({ gesture, shipmentId, ...delay }) => {
    const parcel = known.parcels.find(({ id }) => id === shipmentId);
    const given =
      gesture === null
        ? null
        : {
            gift: giftOf(gesture),
            ruleName: gesture.ruleName,
            costMinor: gesture.costMinor,
            currency: gesture.currency,
            request: gesture.request,
          };
    return { ...delay, carrier: parcel === undefined ? stored.shopName : carrierName(parcel.carrier), given };
  });
}

function linesOf({ stored, known }: Opened): DeskOrderView["lines"] {
  const prices = new Map(known.lines.map((line) => [line.position, line]));
  return stored.lines.map(({ position, title, quantity, pictureId, pageUrl }) => ({
    ...{ position, title, quantity, pageUrl: safeUrl(pageUrl) },
    sku: prices.get(position)?.sku ?? "",
    unitPriceMinor: prices.get(position)?.unitPriceMinor ?? 0,
    picturePath: pictureId === null ? null : `/media/${stored.slug}/${pictureId}`,
  }));
}

function shopperOf({ stored, known, whole }: Opened): DeskOrderView["shopper"] {
  const { email, orders, points, note, shippingMethod, financialStatus } = known;
  const { tier, neededBy, shipCity: city, shipRegion: region, shipCountry: country } = stored;
  return {
    ...{ email, orders, points, note, shippingMethod, financialStatus, tier, neededBy, city, region, country, whole },
    name: known.shopperName,
    most: MOST_ORDERS,
  };
}

/** Products are named by their titles where the order holds them, else by their numbers. */
function offerOf({ known, stored }: Opened, { reason, shown, withheld }: Opened["offer"]): DeskOrderView["offer"] {
  const titles = new Map(
    known.lines.map(({ sku, position }) => [
      sku,
      stored.lines.find((line) => line.position === position)?.title ?? sku,
    ]),
  );
  const named = (of: string | null) => (of === null ? null : (titles.get(of) ?? of));
  return {
    reason,
    shown: shown.map((product) => ({ ...product, of: named(product.of) })),
    withheld: withheld.map((product) => ({ ...product, of: named(product.of) })),
  };
}
