import { amountText, percentText } from "#lib/brand/languages/amounts.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Gift } from "#lib/promise/page/page-notice.ts";
import type { Reader } from "./reader.ts";

/** What the shop gives for the wait, with the code to type in where there is one. */
export function GiftCard({ gift, reader }: { readonly gift: Gift; readonly reader: Reader }) {
  const { say } = reader;
  return (
    <div className="gift">
      <Bow />
      <div className="gift-words">
        <p className="gift-what">{giftText(gift, reader)}</p>
        {gift.code === null ? (
          <p className="text-small text-muted">{say("gift.byItself")}</p>
        ) : (
          <p className="text-small text-muted">
            {say("gift.code")}{" "}
            <code className="gift-code" dir="ltr">
              {gift.code}
            </code>
          </p>
        )}
      </div>
    </div>
  );
}

/** What the shop gives for the wait, in a sentence. */
export function giftText({ gesture, costMinor, currency }: Gift, { say, language }: Reader): string {
  const amount = amountText(costMinor, currency, language);
  switch (gesture.kind) {
    case "shipping_refund":
      return say("gift.shipping", { amount });
    case "percent_off": {
      const percent = percentText(gesture.percent, language);
      return say(gesture.on === "this_order" ? "gift.percentThis" : "gift.percentNext", { percent, amount });
    }
    case "amount_off":
      return say(gesture.on === "this_order" ? "gift.amountThis" : "gift.amountNext", { amount });
    case "points":
      return say("gift.points", { count: gesture.points });
    case "free_express":
      return say("gift.express");
    default:
      return assertNever(gesture);
  }
}

/** A parcel with a bow, in the line of the other drawings. */
function Bow() {
  return (
    <svg className="gift-bow" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path d="M5 13h22v5H5zM7 18v9h18v-9M16 13v14M16 13c-7 0-9-2-9-4.5S9 5 11 5c3 0 5 4 5 8zM16 13c7 0 9-2 9-4.5S23 5 21 5c-3 0-5 4-5 8z" />
    </svg>
  );
}
