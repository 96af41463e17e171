import type { Db, Tx } from "#db/client.ts";
import { beatRun, claimRun, type RunPhase } from "#db/queries/recommend-runs.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";

/** How far a learning is; `total` is in the phase's own pieces. */
export type LearningProgress = { readonly phase: RunPhase; readonly done: number; readonly total: number };

/** One learning of one merchant. */
export type LearningRun = {
  readonly merchantId: MerchantId;
  readonly generation: number;
  /** Does a piece of work in a transaction that also notes how far it is. Throws `conflict` when another run took over. */
  readonly step: <T>(progress: LearningProgress, work: (tx: Tx) => Promise<T>) => Promise<T>;
};

export type LearnDeps = {
  readonly db: Db;
  readonly onProgress?: (progress: LearningProgress) => void;
};

/**
 * Begins a learning. Who begins takes over from whoever learned before, whether that one was killed or still works: it stops
 * at its next step, and what it wrote serves nobody and is removed.
 */
export async function beginRun(
  { db, onProgress = () => {} }: LearnDeps,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<LearningRun> {
  const id = newId();
  const generation = await withTenant(db, merchantId, (tx) => claimRun(tx, { merchantId, id }));
  return {
    merchantId,
    generation,
    step: (progress, work) => {
      onProgress(progress);
      return withTenant(db, merchantId, async (tx) => {
        const isOurs = await beatRun(tx, { merchantId, id, ...progress });
        if (!isOurs) throw new AppError("conflict", "Another learning of this shop has begun and goes on instead.");
        return work(tx);
      });
    },
  };
}
