import { Worker } from "node:worker_threads";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { LearningReport } from "#lib/use-cases/recommend/learn-recommendations.ts";

/**
 * Learns one shop's recommendations without holding up this process; null where nothing was sold yet, or where `stopping` is
 * aborted first: the thread ends at once, and the next learning begins again. Throws what the thread threw.
 */
export function learnInThread(
  appUrl: string,
  merchantId: MerchantId,
  stopping: AbortSignal,
): Promise<LearningReport | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./learning-thread.ts", import.meta.url), { workerData: { appUrl, merchantId } });
    let report: LearningReport | null = null;
    const stop = () => void thread.terminate();
    stopping.addEventListener("abort", stop, { once: true });
    thread.once("message", (message: LearningReport | null) => {
      report = message;
    });
    thread.once("error", reject);
    thread.once("exit", () => {
      stopping.removeEventListener("abort", stop);
      resolve(report);
    });
    if (stopping.aborted) stop();
  });
}
