import { setTimeout as pause } from "node:timers/promises";
import { ensureBuild } from "#lib/cli/demo-build.ts";
import { type CleanUp, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { tellSteps } from "./push/kept-pushes.ts";
import { openPages } from "./push/open-pages.ts";
import { percentile } from "./push/percentile.ts";
import { startPushedApp } from "./push/pushed-app.ts";
import { deliveriesOf, sendAll } from "./push/send-all.ts";

export const about =
  "carriers' pushes: from a signed webhook to the open page, 200 a second, every tenth of them a replay";

const PER_SECOND = 200;
const SECONDS = 30;
/** What has not come by then is lost. */
const PATIENCE_MS = 15_000;

/**
 * The production server and one worker on a database of their own. `p95Ms`: from sending a push to the event on the open page
 * of its parcel; `answerP95Ms`: to its answer. `lost`: pushes whose scan is not kept or whose page heard nothing; `doubled`:
 * observations that are there more than once.
 */
export async function bench(): Promise<Readonly<Record<string, number>>> {
  const cleanUp: CleanUp = [];
  try {
    console.error("Building the app, unless that is done ...");
    await ensureBuild();
    console.error("Filling a database, starting server and worker ...");
    const app = await startPushedApp(cleanUp);
    const pages = await openPages(app.baseUrl, app.parcels);
    cleanUp.push(pages.close);
    console.error(`${app.parcels.length} pages are open; sending ${PER_SECOND} pushes a second for ${SECONDS} s ...`);
    const deliveries = deliveriesOf(app.parcels, PER_SECOND * SECONDS);
    const answers = await sendAll(app.baseUrl, deliveries, { perSecond: PER_SECOND, onSend: pages.expect });
    const endMs = performance.now() + PATIENCE_MS;
    while (pages.waiting() > 0 && performance.now() < endMs) await pause(100);
    const { scans, summaries } = await tellSteps(app.ownerDb, pages.heard());
    const sent = deliveries.filter(({ isReplay }) => !isReplay).length;
    console.error(
      `${sent} pushes and ${deliveries.length - sent} replays: ${scans} scans, ${summaries} summaries kept`,
    );
    return {
      p95Ms: Math.round(
        percentile(
          pages.heard().map(({ ms }) => ms),
          0.95,
        ),
      ),
      lost: Math.max(0, sent - scans) + pages.waiting(),
      doubled: Math.max(0, scans - sent) + Math.max(0, summaries - sent),
      answerP95Ms: Math.round(percentile(answers, 0.95)),
    };
  } finally {
    await runCleanUp(cleanUp);
  }
}
