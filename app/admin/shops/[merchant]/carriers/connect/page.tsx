import { TRIALS } from "#components/admin/carriers/account-view.ts";
import { CONNECT_PROBLEMS, ConnectPage } from "#components/admin/carriers/connect-page.tsx";
import { carried } from "#lib/server/carried-fields.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { knownCarriers } from "#lib/server/shop-carriers.ts";
import { tryNewKeys } from "./try-new-keys.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A new account with a carrier. */
export default async function ShopConnectPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant } = await requireMember(slug, "/admin/shops/[merchant]/carriers/connect");
  const path = deskPath("/admin/shops/[merchant]/carriers/connect", slug);
  const [{ say }, query, typed] = await Promise.all([deskReader(), searchParams, carried(path)]);
  const carriers = knownCarriers();
  return (
    <ConnectPage
      say={say}
      shop={merchant.name}
      list={deskPath("/admin/shops/[merchant]/carriers", slug)}
      path={path}
      carriers={carriers}
      chosen={carriers.find(({ code }) => code === query.carrier) ?? null}
      isSandbox={merchant.sandbox}
      typed={typed}
      problem={CONNECT_PROBLEMS.find((word) => word === query.problem) ?? null}
      trial={TRIALS.find((word) => word === query.trial) ?? null}
      tryKeys={tryNewKeys.bind(null, slug)}
    />
  );
}
