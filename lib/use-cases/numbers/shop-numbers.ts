import type { Db } from "#db/client.ts";
import { findHoldOut } from "#db/queries/numbers/hold-out.ts";
import { findCountingState } from "#db/queries/numbers/number-counts.ts";
import {
  choicesOfSpans,
  countsByDay,
  countsOfSpans,
  gesturesOfSpans,
  spentMonths,
} from "#db/queries/numbers/read-numbers.ts";
import { findRules } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { courseOf } from "#lib/promise/numbers/course-of.ts";
import { askedSpan, stepsOf } from "#lib/promise/numbers/number-span.ts";
import type { ShopNumbers } from "#lib/promise/numbers/shop-numbers.ts";
import { spanNumbers } from "#lib/promise/numbers/span-numbers.ts";
import { delayRulesFrom } from "#lib/use-cases/promises/stored-rules.ts";
import { holdOutNumbers } from "./hold-out-numbers.ts";

type Asked = Parameters<typeof askedSpan>[0];

/** A shop's numbers of the span that is asked for. Reads what the worker counted, and the few things that are counted as they are. */
export async function shopNumbers(
  { db }: { readonly db: Db },
  { merchantId, asked }: { readonly merchantId: MerchantId; readonly asked: Asked },
): Promise<ShopNumbers> {
  return withTenant(db, merchantId, async (tx) => {
    const { zone, today, countedAt } = await findCountingState(tx, { merchantId });
    const { span, problem } = askedSpan(asked, today);
    const spans = { merchantId, zone, beforeFrom: span.before.from, from: span.from, to: span.to };
    const rows = {
      counts: await countsOfSpans(tx, spans),
      choices: await choicesOfSpans(tx, spans),
      gestures: await gesturesOfSpans(tx, spans),
    };
    const days = await countsByDay(tx, spans);
    const stored = await findRules(tx, { merchantId, kind: "delay" });
    return {
      ...{ span, problem, zone, today, countedAt },
      now: spanNumbers(rows, true),
      before: spanNumbers(rows, false),
      course: courseOf(stepsOf(span), days),
      months: await spentMonths(tx, spans),
      budgetMinor: delayRulesFrom(stored?.rules).budget.perMonthMinor,
      holdOut: holdOutNumbers(await findHoldOut(tx, { merchantId })),
    };
  });
}
