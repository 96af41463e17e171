import { sql } from "drizzle-orm";
import type { TestDatabase } from "#db/testing.ts";
import type { Carrier } from "#lib/carriers/carrier.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { connectCarrier } from "#lib/use-cases/carriers/connect-carrier.ts";
import { csv, head, keys, openTestShop } from "#lib/use-cases/orders/import-testing.ts";
import type { TrackingDeps } from "#lib/use-cases/tracking/tracking-deps.ts";
import { openWebhook } from "./open-webhook.ts";
import { type Pushing, signatureOf } from "./pushes-testing.ts";
import { pushReceiver, type Received } from "./receive-push.ts";
import { type Worked, workPushes } from "./work-pushes.ts";

/** For tests of pushes: a shop whose carrier pushes to it. */

export const SECRET = "a secret that only two know";
const SHIPPED = "2026-11-18T08:00:00Z";

/** A merchant with an account that has a push address, and parcels of `carrier` by these numbers, one order each. */
export async function openPushedShop(
  database: TestDatabase,
  input: {
    readonly slug: string;
    readonly account: string;
    readonly carrier: string;
    readonly numbers: readonly string[];
  },
  carriers: ReadonlyMap<string, Carrier> = CARRIERS,
  ring: KeyRing = keys,
) {
  const shop = await openTestShop(database, input.slug);
  const { merchantId } = shop;
  const deps: TrackingDeps = {
    ...{ db: database.db, keys: ring, carriers, send: sendHttp },
    sandbox: { url: "http://127.0.0.1:9", pace: 1 },
    onError: (error: unknown) => {
      throw error;
    },
  };
  await shop.run("orders", csv(input.numbers.map((_, at) => head(`#${at + 1}`, "A1"))));
  const parcels = input.numbers.map((number, at) => ({
    ...{ Order: `#${at + 1}`, Carrier: input.carrier, "Tracking number": number, "Shipped at": SHIPPED },
  }));
  await shop.run("shipments", csv(parcels));
  const owner = { merchantId, carrier: input.account, label: "main", actor: "test" };
  const credentials = { clientId: "id", clientSecret: "key" };
  const aggregator = carriers.get(input.account)?.isAggregator === true;
  const { accountId } = await connectCarrier(deps, { ...owner, sandbox: true, aggregator, credentials });
  const { webhookKey } = await openWebhook(deps, { ...owner, secret: SECRET, rotate: false });

  const receivePush = pushReceiver(deps, 0);
  const receive = (body: string, headers: Readonly<Record<string, string>>): Promise<Received> =>
    receivePush({ webhookKey, body: Buffer.from(body), header: (name) => headers[name] ?? null });
  return {
    ...{ ...shop, deps, accountId, webhookKey, receive, receivePush },
    /** A push as the carrier signs it. */
    push: (body: string, secret = SECRET) =>
      receive(body, Object.fromEntries([signatureOf(input.account as Pushing, body, secret)])),
    /** Works in what waits, in this order of reception. */
    workAll: async (order: "oldest" | "newest" | "together" = "oldest"): Promise<readonly Worked[]> => {
      const waiting = await shop.rows("select id from carrier_pushes where worked_at is null order by received_at, id");
      const ids = waiting.map(({ id }) => String(id));
      if (order === "together") return workPushes(deps, { merchantId, pushIds: ids });
      const worked: Worked[] = [];
      for (const pushId of order === "oldest" ? ids : ids.toReversed())
        worked.push(...(await workPushes(deps, { merchantId, pushIds: [pushId] })));
      return worked;
    },
    /** What of the schedule is this shop's: the doors have no policy. */
    due: () => database.db.execute(sql`select * from due_shipments where merchant_id = ${merchantId}`),
  };
}
