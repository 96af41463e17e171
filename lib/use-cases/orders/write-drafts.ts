import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { lockImports } from "#db/queries/lock-imports.ts";
import { withTenant } from "#db/tenant.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Draft, DraftKind } from "#lib/orders/drafts.ts";
import { promiseByRule } from "#lib/use-cases/promises/promise-by-rule.ts";
import type { WriteContext } from "./write-context.ts";
import { writeOrders } from "./write-orders.ts";
import type { WriteOutcome } from "./write-outcome.ts";
import { writeReturns } from "./write-returns.ts";
import { writeShipments } from "./write-shipments.ts";
import { writeConsents, writeLoyalty, writeProducts, writeReviews, writeSubscriptions } from "./write-shopper-facts.ts";

/** People and products before what refers to them. */
const WRITE_ORDER: readonly DraftKind[] = [
  "product",
  "order",
  "shipment",
  "review",
  "subscription",
  "loyalty",
  "return",
  "consent",
];

export type WriteInput = {
  readonly merchantId: MerchantId;
  readonly drafts: readonly Draft[];
  /** The order source, kept on the rows. */
  readonly source: string;
  readonly now: Temporal.Instant;
  readonly skipsPresent?: boolean;
  /** Does everything and takes it back: the outcomes are what would have been. */
  readonly dryRun?: boolean;
};

/**
 * Writes drafts of any kind in one transaction and says what became of each, in the input's order. All or nothing an
 * order: a rejected draft writes nothing. Two imports of one merchant take turns.
 */
export async function writeDrafts({ db }: { readonly db: Db }, input: WriteInput): Promise<readonly WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  try {
    await withTenant(db, input.merchantId, async (tx) => {
      await lockImports(tx, { merchantId: input.merchantId });
      const { merchantId } = input;
      const promises = input.drafts.some(({ kind }) => kind === "order")
        ? await promiseByRule(tx, { merchantId })
        : null;
      const context = {
        ...{ tx, merchantId, source: input.source, skipsPresent: input.skipsPresent ?? false },
        ...(promises === null ? {} : { promises }),
      };
      for (const kind of WRITE_ORDER) await writeKind(context, kind, input, outcomes);
      if (input.dryRun === true) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return outcomes;
}

/** Ends a dry run's transaction, so that PostgreSQL takes everything back. */
class DryRun extends Error {}

async function writeKind(
  context: WriteContext,
  kind: DraftKind,
  input: WriteInput,
  outcomes: WriteOutcome[],
): Promise<void> {
  const places = input.drafts.flatMap((draft, at) => (draft.kind === kind ? [at] : []));
  if (places.length === 0) return;
  const written = await write(context, kind, input.drafts, input.now);
  for (const [nth, at] of places.entries()) {
    const outcome = written[nth];
    if (outcome !== undefined) outcomes[at] = outcome;
  }
}

function write(context: WriteContext, kind: DraftKind, drafts: readonly Draft[], now: Temporal.Instant) {
  switch (kind) {
    case "product":
      return writeProducts(context, ofKind(drafts, kind), now.toString());
    case "order":
      return writeOrders(context, ofKind(drafts, kind));
    case "shipment":
      return writeShipments(context, ofKind(drafts, kind));
    case "review":
      return writeReviews(context, ofKind(drafts, kind));
    case "subscription":
      return writeSubscriptions(context, ofKind(drafts, kind));
    case "loyalty":
      return writeLoyalty(context, ofKind(drafts, kind));
    case "return":
      return writeReturns(context, ofKind(drafts, kind));
    case "consent":
      return writeConsents(context, ofKind(drafts, kind));
    default:
      return assertNever(kind);
  }
}

function ofKind<Kind extends DraftKind>(
  drafts: readonly Draft[],
  kind: Kind,
): readonly Extract<Draft, { kind: Kind }>[] {
  return drafts.filter((draft): draft is Extract<Draft, { kind: Kind }> => draft.kind === kind);
}
