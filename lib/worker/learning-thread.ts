import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import { connect } from "#db/client.ts";
import { learnRecommendations } from "#lib/use-cases/recommend/learn-recommendations.ts";

/*
 * Learns one shop's recommendations in a thread of its own: it computes for minutes where the shop is large, and the worker
 * has parcels to look after meanwhile. Posts the report, or null where nothing was sold yet; an error ends the thread with it.
 */
const { appUrl, merchantId } = z.object({ appUrl: z.string(), merchantId: z.string() }).parse(workerData);
const connection = connect({
  url: appUrl,
  name: "porchlight learning",
  maxConnections: 1,
  statementTimeoutMs: 120_000,
});
try {
  parentPort?.postMessage(await learnRecommendations({ db: connection.db }, { merchantId }));
} finally {
  await connection.close();
}
