import { notFound } from "next/navigation";
import { AccountPage } from "#components/admin/carriers/account-page.tsx";
import { ACCOUNT_SAID } from "#components/admin/carriers/account-said.tsx";
import { TRIALS } from "#components/admin/carriers/account-view.ts";
import { deskFormat } from "#components/admin/desk-format.ts";
import { carried } from "#lib/server/carried-fields.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { accountPath, carrierOf, shopAccount, shopWebhook } from "#lib/server/shop-carriers.ts";

type Query = Record<string, string | string[] | undefined>;
type RouteProps = { params: Promise<{ merchant: string; account: string }>; searchParams: Promise<Query> };

const PROBLEMS = ["clientId", "secret", "sandbox", "limits", "webhookSecret"] as const;
const NONE = { perSecond: null, perHour: null, perDay: null };

/** One account with a carrier. */
export default async function ShopAccountPage({ params, searchParams }: RouteProps) {
  const { merchant: slug, account: id } = await params;
  const { merchant } = await requireMember(slug, "/admin/shops/[merchant]/carriers/[account]");
  const account = await shopAccount(merchant.id, id);
  if (account === null) return notFound();
  const path = accountPath("/admin/shops/[merchant]/carriers/[account]", slug, account.accountId);
  const [{ say, tag }, query, typed, fresh, webhook] = await Promise.all([
    deskReader(),
    searchParams,
    carried(path),
    carried(`${path} webhook`),
    shopWebhook(merchant.id, account),
  ]);
  const carrier = carrierOf(account.carrier);
  return (
    <AccountPage
      say={say}
      format={deskFormat({ tag, zone: merchant.zone })}
      shop={merchant.name}
      list={deskPath("/admin/shops/[merchant]/carriers", slug)}
      path={path}
      account={account}
      needsClientId={carrier?.needsClientId ?? false}
      documented={carrier?.limits ?? NONE}
      pushes={webhook === null ? null : { ...webhook, secret: fresh.secret ?? null }}
      typed={typed}
      said={saidOf(query)}
      problem={PROBLEMS.find((word) => word === query.problem) ?? null}
      keysTrial={TRIALS.find((word) => word === query.keys) ?? null}
    />
  );
}

function saidOf({ said, count, was, trial }: Query) {
  const [second = "", hour = "", day = ""] = typeof was === "string" ? was.split("_") : [];
  return {
    said: ACCOUNT_SAID.find((word) => word === said) ?? null,
    count: typeof count === "string" && /^\d{1,9}$/.test(count) ? Number(count) : 0,
    was: typeof was === "string" && /^[\d.]*_\d*_\d*$/.test(was) ? ([second, hour, day] as const) : null,
    trial: TRIALS.find((word) => word === trial) ?? null,
  };
}
