import { pino } from "pino";
import type { TestDatabase } from "#db/testing.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import type { CleanUp } from "#lib/runtime/on-shutdown.ts";
import { issueLinks } from "#lib/use-cases/links/issue-links.ts";
import { openPushedShop, SECRET } from "#lib/use-cases/pushes/pushed-shop-testing.ts";
import { importUploadJob } from "#lib/worker/jobs/import-upload.ts";
import { workPushJob } from "#lib/worker/jobs/work-push.ts";
import { startQueue } from "#lib/worker/queue.ts";
import type { DemoShops } from "./demo-shops.ts";

const COUNT = 3;

/** A shop whose carrier pushes news of its parcels, and a worker that works them in, and the files that are brought to desks. */
export async function openPushedParcels(
  database: TestDatabase,
  keys: KeyRing,
  cleanUp: CleanUp,
): Promise<DemoShops["pushed"]> {
  const numbers = Array.from({ length: COUNT }, (_, at) => `PUSHED${at + 1}`);
  const input = { slug: "pushed", account: "easypost", carrier: "ontrac", numbers };
  const shop = await openPushedShop(database, input, CARRIERS, keys);
  const log = pino({ level: "silent" });
  cleanUp.push(await startQueue(database.appUrl, [workPushJob, importUploadJob], { ...shop.deps, log }));
  const parcels: DemoShops["pushed"][number][] = [];
  for await (const { orderNumber, token } of issueLinks({ db: database.db, keys }, { merchantId: shop.merchantId })) {
    const number = numbers[Number(orderNumber.slice(1)) - 1] ?? "";
    const webhook = `/api/webhooks/carriers/${shop.webhookKey}`;
    parcels.push({ path: `/t/${token}`, webhook, secret: SECRET, number });
  }
  return parcels;
}
