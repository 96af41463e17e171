import * as z from "zod";
import type { Tx } from "#db/client.ts";
import { findArrivalModel } from "#db/queries/arrival-models.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import {
  type ArrivalReader,
  type ArrivalState,
  arrivalReader,
  learnedArrivals,
} from "#lib/promise/arrival/arrival-state.ts";
import type { BetterSource } from "#lib/promise/arrival/better-source.ts";
import { SHOP_TERMS } from "#lib/promise/arrival/shop-terms.ts";

/** What a merchant's parcels taught: the model, and by carrier whose dates were nearer. */
export type ArrivalModel = {
  readonly state: ArrivalState;
  readonly sources: Readonly<Record<string, BetterSource>>;
};

/** A model opened for reading. */
export type OpenModel = {
  readonly reader: ArrivalReader;
  readonly betterSource: (carrier: string) => "carrier" | "learned";
};

/** Only we write it; what another version wrote is learned anew. */
const storedModel = z.object({
  state: z.looseObject({ version: z.literal(1), day: z.int(), fittedOn: z.int() }),
  sources: z.record(z.string(), z.looseObject({ source: z.enum(["carrier", "learned"]) })),
});

/** A model as it was stored; null for none, and for one of another version. */
export async function readArrivalModel(
  tx: Tx,
  merchant: { readonly merchantId: MerchantId },
): Promise<ArrivalModel | null> {
  const stored = await findArrivalModel(tx, merchant);
  return storedModel.safeParse(stored).success ? (stored as ArrivalModel) : null;
}

type Known = OpenModel & { readonly builtAt: string };

/** Opening a model takes some milliseconds, and many parcels are judged with the same one. */
const opened = new Map<MerchantId, Known>();
const MOST_OPEN = 50;

/** The merchant's model of `builtAt`, read once in this process; what is shipped with Porchlight where it has none yet. */
export async function openArrivalModel(
  tx: Tx,
  {
    merchantId,
    builtAt,
    nowMs,
  }: { readonly merchantId: MerchantId; readonly builtAt: string | null; readonly nowMs: number },
): Promise<OpenModel> {
  if (builtAt === null) return usualModel(Math.floor(nowMs / DAY_MS));
  const known = opened.get(merchantId);
  if (known?.builtAt === builtAt) return known;
  const model = await readArrivalModel(tx, { merchantId });
  if (model === null) return usualModel(Math.floor(nowMs / DAY_MS));
  const { state, sources } = model;
  const open = {
    builtAt,
    reader: arrivalReader(state),
    betterSource: (carrier: string) => (Object.hasOwn(sources, carrier) ? sources[carrier]?.source : null) ?? "carrier",
  };
  if (opened.size >= MOST_OPEN) opened.clear();
  opened.set(merchantId, open);
  return open;
}

const DAY_MS = 86_400_000;
let usual: { readonly day: number; readonly model: OpenModel } | null = null;

function usualModel(day: number): OpenModel {
  if (usual?.day !== day) {
    const reader = arrivalReader(learnedArrivals(SHOP_TERMS, [], { day, holidays: [] }));
    usual = { day, model: { reader, betterSource: () => "carrier" } };
  }
  return usual.model;
}
