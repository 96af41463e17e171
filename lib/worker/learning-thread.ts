import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import { connect } from "#db/client.ts";
import { addOrders } from "#lib/use-cases/recommend/add-orders.ts";
import { learnRecommendations } from "#lib/use-cases/recommend/learn-recommendations.ts";

/*
 * Learns one shop's recommendations, or adds its new orders, in a thread of its own: it computes for minutes where the shop is
 * large, and the worker has parcels to look after meanwhile. Posts how many orders the model holds or was given; an error ends
 * the thread with it.
 */
const task = z.object({ appUrl: z.string(), merchantId: z.string(), kind: z.enum(["learn", "add"]) });
const { appUrl, merchantId, kind } = task.parse(workerData);
const connection = connect({
  url: appUrl,
  name: "porchlight learning",
  maxConnections: 1,
  statementTimeoutMs: 120_000,
});
try {
  const done = await (kind === "learn" ? learnRecommendations : addOrders)({ db: connection.db }, { merchantId });
  parentPort?.postMessage(done?.orders ?? 0);
} finally {
  await connection.close();
}
