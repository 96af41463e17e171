import { notFound } from "next/navigation";
import { CheckNow } from "#components/admin/orders/check-now.tsx";
import { DeskOrderPage } from "#components/admin/orders/desk-order-page.tsx";
import { readerOf } from "#components/tracking/reader.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskOrder } from "#lib/server/desk-order.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { orderIdFrom, orderPath } from "#lib/server/order-path.ts";
import { checkNow } from "./actions.ts";
import { viewOf } from "./view-of.ts";

type RouteProps = {
  params: Promise<{ merchant: string; order: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const SAID = ["revoked", "renewed"] as const;
const CLOCKS = ["heard", "happened"] as const;

/** One order of the shop, whole. */
export default async function ShopOrderPage({ params, searchParams }: RouteProps) {
  const { merchant: slug, order } = await params;
  const { merchant } = await requireMember(slug, "/admin/shops/[merchant]/orders/[order]");
  const [{ say, locale }, query] = await Promise.all([deskReader(), searchParams]);
  const orderId = orderIdFrom(order);
  if (orderId === null) return notFound();
  const opened = await deskOrder(merchant, orderId, {
    isAddressOpen: query.address === "open",
    clock: CLOCKS.find((clock) => clock === query.by) ?? null,
  });
  if (opened === null) return notFound();
  const reader = readerOf(opened.page, voiceOf(locale, opened.brand.words));
  return (
    <DeskOrderPage
      about={{ say, reader, zone: merchant.zone }}
      shop={merchant.name}
      listPath={deskPath("/admin/shops/[merchant]/orders", slug)}
      path={orderPath(slug, orderId)}
      view={viewOf(opened)}
      said={SAID.find((word) => word === query.said) ?? null}
      checkNow={
        <CheckNow
          check={checkNow.bind(null, slug, orderId)}
          words={{ button: say("orders.check.button"), checking: say("orders.check.checking") }}
        />
      }
    />
  );
}
