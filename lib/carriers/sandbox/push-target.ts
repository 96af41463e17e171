import * as z from "zod";
import { PUSHERS, type Pusher } from "./push-signature.ts";

const every = z.int().min(1).max(1_000_000).optional();

/** `PUT /sandbox/pushes`: where a carrier posts, and which numbers. Another one with the same carrier and URL replaces it. */
export const pushRequest = z.strictObject({
  carrier: z.enum(PUSHERS),
  url: z.url({ protocol: /^https?$/ }),
  /** What it signs with; with UPS the credential itself. */
  secret: z.string().min(1),
  /** Without it: every number that the carrier was given or asked to watch. */
  numbers: z.array(z.string().min(1)).max(1_000_000).optional(),
  /** In which header UPS sends its credential. */
  header: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional(),
  /** Every so many pushes one is sent twice, with the same id and the same bytes. */
  replay: every,
  /** ... one comes after the one that follows it. */
  reorder: every,
  /** ... one comes with another one before it that has the same words and a wrong proof. */
  forge: every,
  /** At most so many a second, by the real clock. */
  rate: z.number().positive().max(100_000).optional(),
});

export type PushRequest = z.infer<typeof pushRequest>;

/** `POST /sandbox/pushes/send`: posts what is known of numbers at once, listed or not. */
export const sendRequest = z
  .strictObject({
    carrier: z.enum(PUSHERS),
    number: z.string().min(1).optional(),
    numbers: z.array(z.string().min(1)).max(100_000).optional(),
  })
  .transform(({ carrier, number, numbers = [] }) => ({
    carrier,
    numbers: number === undefined ? numbers : [number, ...numbers],
  }));

/** What became of a target's pushes. Each push counts once, however often it was tried. */
export type PushCounts = {
  pushed: number;
  delivered: number;
  /** Given up after the last try. */
  lost: number;
  retried: number;
  replayed: number;
  forged: number;
  /** Forgeries that were answered with 2xx. */
  forgedTaken: number;
};

/** Where a carrier posts, as the sandbox keeps it. */
export type PushTarget = Omit<PushRequest, "numbers"> & {
  readonly carrier: Pusher;
  /** Plain; null for all that the carrier was given. */
  readonly numbers: ReadonlySet<string> | null;
  readonly subscriptionId: string;
  /** Since when it is there (ms since 1970): what was before is not told. */
  readonly startMs: number;
  /** Of USPS: the sender whose parcels it is about; null for any. */
  readonly mailerId: string | null;
  /** Until when (ms since 1970) the receiver of each number was told everything. */
  readonly toldUntil: Map<string, number>;
  readonly counts: PushCounts;
  /** USPS posts nothing before the listener has proved itself, and nothing more where it could not connect. */
  state: "pending" | "enabled" | "suspended";
};

type Start = Pick<PushTarget, "numbers" | "subscriptionId" | "startMs" | "mailerId">;

/** A target of which nothing was sent yet. */
export function newTarget(request: PushRequest, start: Start): PushTarget {
  return {
    ...request,
    ...start,
    toldUntil: new Map(),
    counts: { pushed: 0, delivered: 0, lost: 0, retried: 0, replayed: 0, forged: 0, forgedTaken: 0 },
    state: "enabled",
  };
}
