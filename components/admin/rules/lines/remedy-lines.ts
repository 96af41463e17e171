import type { Desk } from "#lib/promise/remedy/due-at.ts";
import { REMEDIES, type RemedyRules } from "#lib/promise/remedy/remedy.ts";
import { type Ground, listed } from "./ground.ts";

export type RemedyRulesOfDesk = { readonly remedies: RemedyRules; readonly desk: Pick<Desk, "closes" | "answerDays"> };

/** What shoppers may choose and by when they are answered, in words. */
export function remedyLines(ground: Ground, { remedies, desk }: RemedyRulesOfDesk): readonly string[] {
  const { say } = ground;
  const offered = REMEDIES.filter((remedy) => remedies.offered[remedy]);
  if (offered.length === 0) return [say("rules.remedies.nothing")];
  const names = offered.map((remedy) => say(`rules.remedies.list.${remedy}`));
  return [
    say("rules.remedies.offered", { list: listed(ground, names, "disjunction") }),
    ...(["reship", "refund"] as const).flatMap((which) =>
      remedies.offered[which] ? [say("rules.remedies.from", { which, days: remedies[`${which}FromDaysLate`] })] : [],
    ),
    deskLine(ground, desk),
  ];
}

function deskLine({ say }: Ground, { closes, answerDays }: RemedyRulesOfDesk["desk"]): string {
  const days = Object.values(answerDays);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return least === most
    ? say("rules.remedies.desk", { closes, days: least })
    : say("rules.remedies.deskUneven", { closes, least, most });
}
