import { Temporal } from "temporal-polyfill";
import type { ContextMessage, ContextParcel } from "#db/queries/desk-context.ts";
import { placeText } from "#lib/brand/languages/place.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { dayOf as dayOfIso, dayPhrase, moneyText, type TodoClock } from "#lib/desk/queue/todo-sentence.ts";
import type { Known, KnownLine, KnownParcel } from "#lib/desk/queue/views.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import { PERSONS_MAIL } from "#lib/use-cases/messages/link-mail-rules.ts";
import { DESK_DOORS } from "./desk-doors.ts";
import { giftText } from "./gift-text.ts";
import type { TodoRead } from "./queue-reads.ts";
import { nameOf, type Seen } from "./queue-view.ts";
import { queuePath } from "./todo-paths.ts";
import { shopperLines } from "./todo-shopper.ts";

/** What is known around one thing of the queue. */
export function knownOf(voice: DeskVoice, todo: TodoRead, { slug, zone }: Pick<Seen, "slug" | "zone">): Known {
  const { about, now, people } = todo;
  const { order } = about;
  const { say } = voice;
  const clock = { zone, now };
  return {
    orderTitle: order === null ? null : say("queue.item.order", { number: order.number }),
    orderHref: order === null ? null : orderHref(slug, order.id),
    orderLines: orderLines(voice, todo, clock),
    items: order?.lines.map(({ title, quantity }) => (quantity === 1 ? title : `${quantity} × ${title}`)) ?? [],
    parcels: about.parcels.map((parcel) => parcelOf(voice, parcel, clock)),
    shopper: shopperLines(voice, todo, clock),
    choices: about.remedies.map(({ id, remedy, state, chosenBy, chosenAt, answer, request }) => ({
      key: id,
      title: `${say(`queue.choice.${remedy}`)} · ${say(`queue.choice.state.${state}`)}`,
      text: [
        onDay(voice, chosenAt, clock),
        ...(chosenBy === "shop" ? [say("queue.choice.byShop")] : []),
        ...(request === null || state === "taken_back" ? [] : [say(`queue.choice.request.${request}`)]),
      ].join(" · "),
      quote: answer,
    })),
    told: about.messages.map((message, nth) => messageOf(voice, message, { nth, clock, people })),
    given: about.delays.flatMap(({ id, gesture }) =>
      gesture === null
        ? []
        : [
            {
              key: id,
              title: giftText(voice, gesture),
              text: gesture.code === null ? "" : say("queue.gift.code", { code: gesture.code }),
              quote: null,
            },
          ],
    ),
  };
}

/** The order's own page, once the desk has one. */
function orderHref(slug: string, orderId: string): string | null {
  const doors: Readonly<Record<string, unknown>> = DESK_DOORS;
  return doors["/admin/shops/[merchant]/orders/[order]"] === undefined ? null : `${queuePath(slug)}/orders/${orderId}`;
}

function orderLines(voice: DeskVoice, { about }: TodoRead, clock: TodoClock): readonly KnownLine[] {
  const { order } = about;
  const { say } = voice;
  if (order === null) return [];
  const line = (key: string, title: string, text = "", quote: string | null = null): KnownLine => ({
    key,
    title,
    text,
    quote,
  });
  const needed = order.neededBy;
  return [
    line("placed", moneyText(voice, order.totalMinor, order.currency), onDay(voice, order.placedAt, clock)),
    ...(order.isCancelled ? [line("cancelled", say("queue.context.cancelled"))] : []),
    ...(needed === null
      ? []
      : [line("needed", say("queue.context.needed", { by: dayPhrase(voice, needed, clock, "by") }))]),
    ...(order.note === null ? [] : [line("note", say("queue.context.note"), "", order.note)]),
  ];
}

function parcelOf(voice: DeskVoice, parcel: ContextParcel, clock: TodoClock): KnownParcel {
  const { say } = voice;
  const { toDay, status } = parcel;
  return {
    id: parcel.id,
    title: `${say("queue.context.parcel", { number: parcel.number })} · ${carrierName(parcel.carrier)}`,
    number: parcel.trackingNumber,
    status: say(`queue.context.status.${status ?? "pending"}`),
    expected:
      toDay === null || status === "delivered"
        ? null
        : say("queue.context.expected", { by: dayPhrase(voice, toDay, clock, "by") }),
    scans: parcel.scans.map((scan, nth) => ({
      key: `${nth} ${scan.at ?? scan.localTime ?? ""}`,
      when: scanTime(voice, scan, clock),
      where: placeText({ city: scan.city, region: null, country: scan.country }, voiceOf(voice.locale).language, null),
      text: scan.description ?? (scan.status === null ? "" : say(`queue.context.status.${scan.status}`)),
    })),
  };
}

/** A scan's own time, as its place's clock showed it where the carrier said so. */
function scanTime(voice: DeskVoice, { at, localTime }: ContextParcel["scans"][number], clock: TodoClock): string {
  const local =
    localTime ??
    (at === null ? null : Temporal.Instant.from(at).toZonedDateTimeISO(clock.zone).toPlainDateTime().toString());
  if (local === null) return "";
  const day = Temporal.PlainDate.from(local.slice(0, 10));
  const { intl } = voiceOf(voice.locale).language.habits;
  const text = day.toLocaleString(intl, { weekday: "short", day: "numeric", month: "short" });
  return local.length > 10 ? `${text}, ${local.slice(11, 16)}` : text;
}

/** Milestones that have words here; what a person wrote has its writer's name. */
const MILESTONES = [
  ..."confirmed shipped in_transit out_for_delivery delivered delayed problem pickup_ready returned link_requested".split(
    " ",
  ),
] as readonly (
  | "confirmed"
  | "shipped"
  | "in_transit"
  | "out_for_delivery"
  | "delivered"
  | "delayed"
  | "problem"
  | "pickup_ready"
  | "returned"
  | "link_requested"
)[];

function messageOf(
  voice: DeskVoice,
  { milestone, state, at, text, by }: ContextMessage,
  { nth, clock, people }: { readonly nth: number; readonly clock: TodoClock; readonly people: TodoRead["people"] },
): KnownLine {
  const { say } = voice;
  const name = nameOf(people, by);
  const wrote = name === null ? say("queue.context.wroteSomebody") : say("queue.context.wrote", { name });
  const known = MILESTONES.find((each) => each === milestone) ?? "other";
  return {
    key: `${nth} ${milestone}`,
    title: milestone.startsWith(PERSONS_MAIL) ? wrote : say(`queue.message.${known}`),
    text: `${onDay(voice, at, clock)} · ${say(`queue.message.state.${state}`)}`,
    quote: text,
  };
}

/** The day of an instant, as PostgreSQL writes them. */
function onDay(voice: DeskVoice, instant: string, clock: TodoClock): string {
  return dayPhrase(voice, dayOfIso(Temporal.Instant.from(instant).toString(), clock), clock, "on");
}
