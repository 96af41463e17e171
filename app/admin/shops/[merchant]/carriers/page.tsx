import { CarriersPage } from "#components/admin/carriers/carriers-page.tsx";
import { deskFormat } from "#components/admin/desk-format.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { shopCarriers, shopSetAside } from "#lib/server/shop-carriers.ts";

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
  const [{ reports, codes }, setAside] = await Promise.all([
    shopCarriers(merchant.id),
    shopSetAside(merchant.id, gone),
  ]);
  return (
    <CarriersPage
      say={say}
      format={deskFormat({ tag, zone: merchant.zone })}
      shop={merchant.name}
      path={deskPath("/admin/shops/[merchant]/carriers", slug)}
      accounts={reports}
      codes={codes}
      disconnected={setAside === null ? null : { accountId: gone, ...setAside }}
      isBack={query.said === "reconnected"}
      isGone={query.problem === "gone"}
    />
  );
}
