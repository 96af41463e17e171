import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import type { Observation, Pickup } from "#lib/tracking/observation.ts";
import { isoOfJson } from "./iso-utc.ts";

type Key = { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] };
export type Stored = { readonly shipmentId: ShipmentId; readonly observation: Observation };

/** `observationFields` as they are read. */
export type ObservationRow = Omit<Observation, "place" | "estimate" | "pickup"> & {
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly estimateFrom: string | null;
  readonly estimateTo: string | null;
  readonly pickup: unknown;
};

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const storedPickup = z.object({
  name: z.string().nullable(),
  street: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
  country: z.string().nullable(),
  hours: z.array(z.object({ weekdays: z.array(z.int().min(1).max(7)), from: clock, to: clock })),
  until: z.iso.date().nullable(),
});

/** A pick-up place as it was stored; null for whatever else stands there, so that one bad row takes no parcel with it. */
function pickupFrom(stored: unknown): Pickup | null {
  return storedPickup.safeParse(stored).data ?? null;
}

/** An observation, as columns of observations; to be read as JSON, which writes instants faster than `isoUtc` does. */
export const observationFields = sql`kind, effect, status, code, description, local_time as "localTime", zone,
  instant, report_position as "reportPosition", city, region, postal_code as "postalCode", country,
  reason, responsible, action_required as "actionRequired", estimate_from as "estimateFrom", estimate_to as "estimateTo",
  delivered_at as "deliveredAt", signed_by as "signedBy", left_at as "leftAt", pickup, corrects,
  observed_at as "observedAt"`;

/** An observation as it was stored. */
export function observationFrom(row: ObservationRow): Observation {
  const { city, region, postalCode, country, estimateFrom, estimateTo, pickup, instant, observedAt, ...rest } = row;
  return {
    ...rest,
    instant: instant === null ? null : isoOfJson(instant),
    observedAt: isoOfJson(observedAt),
    place: { city, region, postalCode, country },
    estimate: estimateFrom === null || estimateTo === null ? null : { from: estimateFrom, to: estimateTo },
    pickup: pickup === null ? null : pickupFrom(pickup),
  } as Observation;
}

/**
 * Everything that carriers said of these parcels, oldest asking first. One JSON text a parcel, since that is read faster than
 * rows; parcel by parcel, since PostgreSQL reads the whole table for a join while it does not know how large that is. Index:
 * observations_by_shipment.
 */
export async function observationsOf(tx: Tx, { merchantId, shipmentIds }: Key): Promise<readonly Stored[]> {
  if (shipmentIds.length === 0) return [];
  const rows = await tx.execute<{ shipmentId: ShipmentId; said: string | null }>(sql`
    select s.id as "shipmentId", (
      select json_agg(o order by o."observedAt")::text from (
        select ${observationFields} from observations
        where merchant_id = ${merchantId} and shipment_id = s.id::uuid) o) as said
    from jsonb_array_elements_text(${JSON.stringify(shipmentIds)}::text::jsonb) s (id)`);
  return rows.flatMap(({ shipmentId, said }) =>
    (JSON.parse(said ?? "[]") as readonly ObservationRow[]).map((row) => ({
      shipmentId,
      observation: observationFrom(row),
    })),
  );
}

export type ObservationToKeep = {
  readonly id: string;
  readonly shipmentId: ShipmentId;
  readonly observation: Observation;
  readonly contentHash: string;
  readonly source: "poll" | "push" | "import";
  /** The carrier's own words, as JSON. */
  readonly raw: unknown;
};

/** Keeps what is new; what was said before (same parcel, same content hash) is left as it is. Returns how many were new. */
export async function keepObservations(
  tx: Tx,
  {
    merchantId,
    observations,
  }: { readonly merchantId: MerchantId; readonly observations: readonly ObservationToKeep[] },
): Promise<number> {
  if (observations.length === 0) return 0;
  const rows = observations.map(({ observation: o, ...kept }) => ({
    id: kept.id,
    shipment_id: kept.shipmentId,
    content_hash: kept.contentHash,
    source: kept.source,
    raw: kept.raw,
    kind: o.kind,
    effect: o.effect,
    status: o.status,
    code: o.code,
    description: o.description,
    local_time: o.localTime,
    zone: o.zone,
    instant: o.instant,
    report_position: o.reportPosition,
    city: o.place.city,
    region: o.place.region,
    postal_code: o.place.postalCode,
    country: o.place.country,
    reason: o.reason,
    responsible: o.responsible,
    action_required: o.actionRequired,
    estimate_from: o.estimate?.from ?? null,
    estimate_to: o.estimate?.to ?? null,
    delivered_at: o.deliveredAt,
    signed_by: o.signedBy,
    left_at: o.leftAt,
    pickup: o.pickup,
    corrects: o.corrects,
    observed_at: o.observedAt,
    merchant_id: merchantId,
  }));
  const result = await tx.execute(sql`
    insert into observations select * from json_populate_recordset(null::observations, ${withoutNul(rows)}::text::json)
    on conflict (merchant_id, shipment_id, content_hash) do nothing`);
  return result.count;
}

/** PostgreSQL's text holds no NUL, and a carrier's may. */
function withoutNul(rows: readonly unknown[]): string {
  const text = JSON.stringify(rows);
  if (!text.includes("\\u0000")) return text;
  return JSON.stringify(rows, (_, value) => (typeof value === "string" ? value.replaceAll("\0", "") : value));
}
