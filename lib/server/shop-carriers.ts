import "server-only";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { findSetAside, type NamedAccount } from "#db/queries/disconnected-accounts.ts";
import type { Merchant } from "#db/queries/merchants.ts";
import { type UnknownCode, unknownCodesOf } from "#db/queries/unknown-codes.ts";
import { findWebhookKey } from "#db/queries/webhooks.ts";
import { withTenant } from "#db/tenant.ts";
import type { Carrier } from "#lib/carriers/carrier.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import { publicUrlOf } from "#lib/runtime/env.ts";
import { type AccountReport, accountReports } from "#lib/use-cases/carriers/account-reports.ts";
import { type CarrierAnswers, whoAnswers } from "#lib/use-cases/carriers/who-answers.ts";
import { firstDayOf } from "#lib/use-cases/orders/read-list-query.ts";
import { givesItsSecret } from "#lib/use-cases/pushes/open-webhook.ts";
import { webhookAddress } from "#lib/use-cases/pushes/webhook-address.ts";
import { context } from "./context.ts";
import { deskPath, type MemberDoor } from "./desk-doors.ts";
import { webEnv } from "./web-env.ts";

type SeenCode = UnknownCode & { readonly lastSeenAt: string };

/** Where a door of one account is. */
export function accountPath(door: MemberDoor, slug: string, accountId: string): string {
  return deskPath(door, slug).replace("[account]", encodeURIComponent(accountId));
}

type ShopCarriers = {
  readonly reports: readonly AccountReport[];
  readonly codes: readonly SeenCode[];
  readonly answers: readonly CarrierAnswers[];
};

/** How a shop's accounts stand, who answers for whose parcels, and the codes that none of our tables has. */
export async function shopCarriers({ id: merchantId, zone }: Merchant): Promise<ShopCarriers> {
  const { db } = context();
  const [reports, codes, answers] = await Promise.all([
    accountReports({ db, carriers: CARRIERS }, { merchantId }),
    withTenant(db, merchantId, (tx) => unknownCodesOf(tx, { merchantId })),
    shopAnswers({ id: merchantId, zone }),
  ]);
  return { reports, codes, answers };
}

/** Who answers for each carrier's parcels; unanswered ones as the list of orders counts its last 90 days. */
export function shopAnswers({
  id: merchantId,
  zone,
}: Pick<Merchant, "id" | "zone">): Promise<readonly CarrierAnswers[]> {
  return whoAnswers(context(), {
    merchantId,
    placedFrom: firstDayOf("quarter", { now: Temporal.Now.instant(), zone }),
  });
}

/** One account of the shop's, as a form or an address names it; null for what is none. */
export async function shopAccount(merchantId: MerchantId, id: string): Promise<AccountReport | null> {
  const { db } = context();
  const reports = await accountReports({ db, carriers: CARRIERS }, { merchantId });
  return reports.find(({ accountId }) => accountId === id) ?? null;
}

/** An account that was disconnected a moment ago; null where it cannot be taken back any more. */
export async function shopSetAside(merchantId: MerchantId, id: string): Promise<NamedAccount | null> {
  const accountId = z.uuid().safeParse(id);
  if (!accountId.success) return null;
  const key = { merchantId, accountId: accountId.data };
  return withTenant(context().db, merchantId, (tx) => findSetAside(tx, key));
}

/** Whether the shop has an account of this name with the carrier. */
export async function hasAccount(
  merchantId: MerchantId,
  { carrier, label }: { readonly carrier: string; readonly label: string },
): Promise<boolean> {
  const accounts = await withTenant(context().db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }));
  return accounts.some((one) => one.carrier === carrier && one.label.toLowerCase() === label.toLowerCase());
}

/** The carriers that an account can be connected with: by code, and what their keys are made of. */
export function knownCarriers(): readonly Pick<Carrier, "code" | "needsClientId" | "isAggregator">[] {
  return [...CARRIERS.values()].map(({ code, needsClientId, isAggregator }) => ({ code, needsClientId, isAggregator }));
}

/** The carrier of this code; null for any other text. */
export function carrierOf(code: string | undefined): Carrier | null {
  return CARRIERS.get(code ?? "") ?? null;
}

/** What the desk says of an account's pushes; null for a carrier that does not push. */
export async function shopWebhook(
  merchantId: MerchantId,
  { accountId, carrier }: { readonly accountId: CarrierAccountId; readonly carrier: string },
): Promise<{ readonly address: string | null; readonly isTheirSecret: boolean; readonly isReachable: boolean } | null> {
  const pushes = carrierOf(carrier)?.pushes ?? null;
  if (pushes === null) return null;
  const key = await withTenant(context().db, merchantId, (tx) => findWebhookKey(tx, { merchantId, accountId }));
  return {
    address: key === null ? null : webhookAddress(publicUrlOf(webEnv()), key),
    isTheirSecret: givesItsSecret(carrier),
    isReachable: webEnv().publicUrl !== null,
  };
}
