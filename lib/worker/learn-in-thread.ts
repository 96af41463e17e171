import { Worker } from "node:worker_threads";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** Learns everything anew, or adds new orders to what is known. */
export type ThreadTask = {
  readonly appUrl: string;
  readonly merchantId: MerchantId;
  readonly kind: "learn" | "add";
};

/**
 * Learns one shop's recommendations without holding up this process, and says of how many orders; null where `stopping` is
 * aborted first: the thread ends at once, and the next learning begins again. Throws what the thread threw.
 */
export function learnInThread(task: ThreadTask, stopping: AbortSignal): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./learning-thread.ts", import.meta.url), { workerData: task });
    let orders: number | null = null;
    const stop = () => void thread.terminate();
    stopping.addEventListener("abort", stop, { once: true });
    thread.once("message", (message: number) => {
      orders = message;
    });
    thread.once("error", reject);
    thread.once("exit", () => {
      stopping.removeEventListener("abort", stop);
      resolve(orders);
    });
    if (stopping.aborted) stop();
  });
}
