import { CarriersPage } from "#components/admin/carriers/carriers-page.tsx";
import { deskFormat } from "#components/admin/desk-format.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { shopCarriers, shopSetAside } from "#lib/server/shop-carriers.ts";
import { MOST_UNANSWERED } from "#lib/use-cases/carriers/who-answers.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The shop's accounts with carriers. */
export default async function ShopCarriersPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant } = await requireMember(slug, "/admin/shops/[merchant]/carriers");
  const [{ say, tag }, query] = await Promise.all([deskReader(), searchParams]);
  const gone = query.said === "disconnected" && typeof query.account === "string" ? query.account : "";
  const [{ reports, codes, answers }, setAside] = await Promise.all([
    shopCarriers(merchant),
    shopSetAside(merchant.id, gone),
  ]);
  const orders = deskPath("/admin/shops/[merchant]/orders", slug);
  return (
    <CarriersPage
      say={say}
      format={deskFormat({ tag, zone: merchant.zone })}
      shop={merchant.name}
      path={deskPath("/admin/shops/[merchant]/carriers", slug)}
      accounts={reports}
      codes={codes}
      answers={answers.map(({ unanswered, ...each }) => ({ ...each, unanswered: countedTo(unanswered) }))}
      ordersOf={(carrier) => `${orders}?${new URLSearchParams({ carrier, placed: "quarter" })}`}
      disconnected={setAside === null ? null : { accountId: gone, ...setAside }}
      isBack={query.said === "reconnected"}
      isGone={query.problem === "gone"}
      changedHands={query.said === "answers" ? numberFrom(query.parcels) : null}
    />
  );
}

function countedTo(count: number) {
  const most = MOST_UNANSWERED - 1;
  return { count: Math.min(count, most), isMore: count > most };
}

/** What an address says of a number is not more than a number. */
function numberFrom(text: string | string[] | undefined): number {
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
