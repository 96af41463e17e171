import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { moneyText } from "#lib/desk/queue/todo-sentence.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Gesture } from "#lib/promise/gesture/gesture.ts";

/** What is given, with what it costs at most, in the desk's words. */
export function giftText(
  voice: DeskVoice,
  {
    gesture,
    costMinor,
    currency,
  }: { readonly gesture: Gesture; readonly costMinor: number; readonly currency: string },
): string {
  const { say } = voice;
  const amount = moneyText(voice, costMinor, currency);
  switch (gesture.kind) {
    case "shipping_refund":
      return say("queue.gift.shipping_refund", { amount });
    case "percent_off": {
      const { percent } = gesture;
      return say(gesture.on === "this_order" ? "queue.gift.percent_this" : "queue.gift.percent_next", {
        percent,
        amount,
      });
    }
    case "amount_off":
      return say(gesture.on === "this_order" ? "queue.gift.amount_this" : "queue.gift.amount_next", { amount });
    case "points":
      return say("queue.gift.points", { points: gesture.points, amount });
    case "free_express":
      return say("queue.gift.express", { amount });
    default:
      return assertNever(gesture);
  }
}
