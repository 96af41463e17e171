import { Temporal } from "temporal-polyfill";
import { OrdersPage } from "#components/admin/orders/orders-page.tsx";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { doorFor } from "#lib/server/desk-rooms.ts";
import { shopCarriers, shopOrders } from "#lib/server/order-reads.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import { dayOfInstant } from "#lib/tracking/page/local-times.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { beforeText, type ListQuery, NEEDS, PLACED, readListQuery } from "#lib/use-cases/orders/read-list-query.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The shop's orders. */
export default async function ShopOrdersPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant, role } = await requireMember(slug, "/admin/shops/[merchant]/orders");
  const given = await searchParams;
  const query = readListQuery(given);
  const [{ say, locale }, list, carriers] = await Promise.all([
    deskReader(),
    shopOrders(merchant, query),
    shopCarriers(merchant.id),
  ]);
  const today = dayOfInstant(Temporal.Now.instant().toString(), merchant.zone);
  return (
    <OrdersPage
      reader={{ say, voice: voiceOf(locale), zone: merchant.zone, today }}
      shop={merchant.name}
      path={deskPath("/admin/shops/[merchant]/orders", slug)}
      importPath={doorFor("/admin/shops/[merchant]/imports", { slug, role })}
      isGone={given.problem === "gone"}
      text={query.text}
      sort={query.sort}
      filters={filtersOf(say, query, carriers)}
      orders={list.orders}
      nextBefore={list.next === null ? null : beforeText(list.next)}
      isLater={query.before !== null}
      hasAny={list.orders.length > 0 || isNarrow(query)}
    />
  );
}

function filtersOf(say: DeskSay, query: ListQuery, carriers: readonly string[]) {
  const filter = (
    name: "needs" | "status" | "carrier" | "placed",
    options: readonly (readonly [string, string])[],
  ) => ({
    name,
    label: say(`orders.filter.${name}`),
    value: query[name] ?? "",
    options: [["", say(`orders.any.${name}`)] as const, ...options].map(([value, text]) => ({ value, text })),
  });
  return [
    filter(
      "needs",
      NEEDS.map((value) => [value, say(`orders.needs.${value}`)]),
    ),
    filter(
      "status",
      STATUSES.map((value) => [value, say(`orders.status.${value}`)]),
    ),
    filter(
      "carrier",
      carriers.map((value) => [value, carrierName(value)]),
    ),
    filter(
      "placed",
      PLACED.map((value) => [value, say(`orders.placed.${value}`)]),
    ),
  ];
}

/** An empty list says nothing about the shop where something was left out of it. */
function isNarrow({ text, before, needs, status, carrier, placed }: ListQuery): boolean {
  return text !== "" || [before, needs, status, carrier, placed].some((each) => each !== null);
}
