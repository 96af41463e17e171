import { Temporal } from "temporal-polyfill";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { dayOf, dayPhrase, moneyText, type TodoClock } from "#lib/desk/queue/todo-sentence.ts";
import type { KnownLine } from "#lib/desk/queue/views.ts";
import type { TodoRead } from "./queue-reads.ts";

/** A language by its name in the desk's own. */
export function languageText({ tag }: DeskVoice, locale: string | null): string {
  return new Intl.DisplayNames(tag, { type: "language", fallback: "code" }).of(locale ?? "en") ?? "";
}

/** Nobody counts further. */
const MANY = 100;

/** Who the shopper is to the shop: name, tier, history, what they sent back and what they said last. */
export function shopperLines(voice: DeskVoice, { about }: TodoRead, clock: TodoClock): readonly KnownLine[] {
  const { shopper } = about;
  if (shopper === null) return [];
  const { say } = voice;
  const { tier, points, orders, before, returns, review } = shopper;
  const on = (instant: string) =>
    dayPhrase(voice, dayOf(Temporal.Instant.from(instant).toString(), clock), clock, "on");
  const line = (key: string, title: string, text = "", quote: string | null = null): KnownLine => ({
    key,
    title,
    text,
    quote,
  });
  const history =
    orders >= MANY
      ? say("queue.context.manyOrders", { count: MANY - 1 })
      : say("queue.context.orders", { count: orders });
  return [
    line("name", shopper.name ?? say("queue.somebody"), shopper.email),
    ...(shopper.locale === null
      ? []
      : [line("reads", say("queue.context.reads", { language: languageText(voice, shopper.locale) }))]),
    ...(tier === null && points === 0
      ? []
      : [line("tier", tier ?? say("queue.context.tier"), say("queue.context.points", { count: points }))]),
    line(
      "orders",
      orders <= 1 ? say("queue.context.first") : history,
      orders <= 1 && returns === 0 ? "" : say("queue.context.returns", { count: returns }),
    ),
    ...before.map(({ number, placedAt, totalMinor, currency }) =>
      line(number, say("queue.item.order", { number }), `${moneyText(voice, totalMinor, currency)} · ${on(placedAt)}`),
    ),
    ...(review === null
      ? []
      : [
          line(
            "review",
            say("queue.context.stars", { rating: review.rating, product: review.product, on: on(review.at) }),
            review.title ?? "",
            review.body,
          ),
        ]),
  ];
}
