import type { ContextRemedy } from "#db/queries/desk-context.ts";
import { brandFrom } from "#lib/brand/brand-schema.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { chooseLocale } from "#lib/brand/locale.ts";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { dayOf, dayPhrase, givenName, moneyText, type TodoClock } from "#lib/desk/queue/todo-sentence.ts";
import type { TodoView } from "#lib/desk/queue/views.ts";
import { remedyDetails } from "#lib/use-cases/promises/remedy-details.ts";
import { giftText } from "./gift-text.ts";
import type { TodoRead } from "./queue-reads.ts";
import { dueText, isAhead, nameOf, type Seen, sentenceOf } from "./queue-view.ts";
import { knownOf } from "./todo-known.ts";
import { languageText } from "./todo-shopper.ts";

/** One thing of the queue with all that can be known and done, in the desk's words. */
export function todoView(todo: TodoRead, seen: Seen & { readonly canMail: boolean }): TodoView {
  const { voice, zone, me } = seen;
  const { row, about, people, now, hasHook } = todo;
  const { say } = voice;
  const clock = { zone, now };
  const given = givenName(about.shopper?.name ?? row.name) ?? say("queue.somebody");
  const standing = standingRemedy(todo);
  const language = languageText(voice, about.shopper?.locale ?? null);
  return {
    ...{ id: row.id, version: row.version, hasHook, given, language },
    line: sentenceOf(voice, row, clock),
    words: row.words,
    facts: factsOf(voice, todo, clock),
    isOverdue: row.isOverdue && row.resolvedAt === null,
    owner: nameOf(people, row.assignedTo),
    isMine: row.assignedTo === me,
    isAsleep: row.snoozedUntil !== null && isAhead(row.snoozedUntil, now),
    isDone: row.resolvedAt !== null,
    answer: standing === null ? null : answerOf(voice, standing, given),
    canDecide: standing === null && row.orderId !== null && about.order?.isCancelled === false && isOpenChoice(todo),
    gifts: giftsOf(voice, todo),
    mail: mailOf(todo, seen, language),
    known: knownOf(voice, todo, seen),
  };
}

/** What waits for an answer or is begun: what the thing is about, else the newest of its parcel. */
function standingRemedy({ row, about }: TodoRead): ContextRemedy | null {
  const stands = about.remedies.filter(
    ({ state, remedy }) => (state === "waiting" || state === "accepted") && remedy !== "wait",
  );
  return (
    stands.find(({ id }) => id === row.subjectId) ??
    stands.find(({ shipmentId }) => shipmentId === row.shipmentId) ??
    null
  );
}

/** Paid back or sent again is not decided a second time. */
function isOpenChoice({ row, about }: TodoRead): boolean {
  return !about.remedies.some(
    ({ shipmentId, state, remedy }) =>
      shipmentId === row.shipmentId && state === "done" && (remedy === "reship" || remedy === "refund"),
  );
}

function factsOf(voice: DeskVoice, { row, people, about }: TodoRead, clock: TodoClock): readonly string[] {
  const { say } = voice;
  const due = about.remedies.find(({ id, state }) => id === row.subjectId && state === "waiting")?.dueAt ?? null;
  const answerBy =
    due === null ? [] : [say("queue.item.answerBy", { by: dayPhrase(voice, dayOf(due, clock), clock, "by") })];
  return [
    ...(row.orderNumber === null ? [] : [say("queue.item.order", { number: row.orderNumber })]),
    say("queue.item.since", { since: dayPhrase(voice, dayOf(row.since, clock), clock, "since") }),
    ...answerBy,
    dueText(voice, row, { clock, people }),
  ];
}

function answerOf({ say }: DeskVoice, remedy: ContextRemedy, name: string): TodoView["answer"] {
  const details = remedyDetails.safeParse(remedy.details).data;
  const address = details?.address ?? null;
  const where =
    address === null
      ? null
      : Object.values(address)
          .filter((part) => part !== null)
          .join(", ");
  return {
    remedyId: remedy.id,
    lead: say("queue.act.answer.lead", { name, choice: say(`queue.choice.${remedy.remedy}`) }),
    quote: details?.words ?? where,
    isBegun: remedy.state === "accepted",
  };
}

function giftsOf(voice: DeskVoice, { room }: TodoRead): TodoView["gifts"] {
  if (room === null) return null;
  const { leftMinor, currency, options, granted } = room;
  const { say } = voice;
  const left =
    leftMinor === null
      ? say("queue.act.give.leftNoEnd")
      : say("queue.act.give.left", { amount: moneyText(voice, leftMinor, currency) });
  return {
    ...{ left, currency, isHad: granted !== null },
    options: options.map(({ ruleId, gesture, costMinor }) => ({
      value: ruleId,
      text: giftText(voice, { gesture, costMinor, currency }),
    })),
  };
}

function mailOf(
  { about, face }: TodoRead,
  { canMail, voice }: Parameters<typeof todoView>[1],
  reads: string,
): TodoView["mail"] {
  const { shopper, order } = about;
  if (shopper === null) return null;
  const brand = brandFrom(face.tokens, face);
  const theirs = voiceOf(chooseLocale([shopper.locale], brand), brand.words);
  const { tag, direction } = theirs.language;
  const { email } = shopper;
  return {
    ...{ email, shop: brand.name, isSent: canMail && order !== null },
    hint: voice.say("queue.act.write.hint", { language: reads, email }),
    subject: order === null ? brand.name : theirs.say("mail.linkSubject", { number: order.number, shop: brand.name }),
    seeOrder: theirs.say("mail.linkButton"),
    language: { tag, direction },
  };
}
