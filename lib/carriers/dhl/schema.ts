import { z } from "zod";
import { id, list, listOf, objectOf, part, text } from "#lib/carriers/reading.ts";

/** A shop where parcels wait, by its name; on DHL Express also a whole service area. */
const servicePoint = part({ label: text });

/** One event; a shipment's `status` has the same form. */
const event = z.object({
  timestamp: text,
  statusCode: text,
  status: text,
  description: text,
  location: part({
    address: part({ countryCode: text, postalCode: text, addressLocality: text, streetAddress: text }),
    servicePoint,
  }),
});
export type DhlEvent = z.output<typeof event>;

/** One shipment. */
export const shipmentSchema = z.object({
  id,
  service: text,
  destination: part({ servicePoint }),
  status: objectOf(event),
  estimatedTimeOfDelivery: text,
  estimatedDeliveryTimeFrame: objectOf(z.object({ estimatedFrom: text, estimatedThrough: text })),
  details: part({
    proofOfDelivery: part({ timestamp: text, signed: part({ name: text, givenName: text, familyName: text }) }),
  }),
  events: listOf(event),
});
export type DhlShipment = z.output<typeof shipmentSchema>;

/** A reply: with an answer it has a list of shipments, each of which is read on its own. */
export const replySchema = part({ shipments: list });

/** A reply that has none: a problem of RFC 9457. */
export const problemSchema = z.object({
  title: text,
  detail: text,
  instance: text,
  status: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{3}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(300).max(599))
    .nullable()
    .catch(null),
});
export type DhlProblem = z.output<typeof problemSchema>;
