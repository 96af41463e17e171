import "server-only";
import { Temporal } from "temporal-polyfill";
import { todoLimits } from "#lib/use-cases/desk/limits.ts";
import { readTurn, type TurnFields } from "#lib/use-cases/desk/read-turn.ts";
import { turnItem } from "#lib/use-cases/desk/turn-item.ts";
import { take } from "#lib/use-cases/limits/take.ts";
import { context } from "./context.ts";
import type { Visit } from "./desk-access.ts";
import { type TurnTold, toldOfTurn } from "./told-of-turn.ts";

/** Does a turn that a page asks for by its script, whatever it sends, and says what came of it. */
export async function turnedTodo(visit: Visit, itemId: unknown, fields: TurnFields): Promise<TurnTold> {
  const { merchant, person } = visit;
  const asked = readTurn(fields, { me: person.id, zone: merchant.zone, now: Temporal.Now.instant() });
  const { ok } = await take(context(), todoLimits(merchant.id, person.id));
  if (
    asked === null ||
    !ok ||
    typeof itemId !== "string" ||
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(itemId)
  )
    return toldOfTurn(visit, null, { kind: "gone" });
  const outcome = await turnItem(context(), { merchantId: merchant.id, itemId, actor: person.id, ...asked });
  return toldOfTurn(visit, asked.turn, outcome);
}
