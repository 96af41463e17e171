import type { ReactNode } from "react";
import type { Locale } from "#lib/brand/locale.ts";
import { dayText, windowTexts } from "#lib/brand/words/dates.ts";
import { speak } from "#lib/brand/words/speak.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { TrackingPage } from "#lib/tracking/tracking-page.ts";

const ARRIVING = {
  day: "answer.arriving",
  today: "answer.arrivingToday",
  tomorrow: "answer.arrivingTomorrow",
  by: "answer.arrivingBy",
} as const;

export type Setting = {
  /** Sets the part that is to be large. */
  readonly date: (words: ReactNode) => ReactNode;
  /** Keeps one day together. */
  readonly day: (words: ReactNode) => ReactNode;
};

/** The answer in words, set in type by `setting`. */
export function answerSentence(page: TrackingPage, locale: Locale, setting: Setting): ReactNode {
  const say = speak(locale);
  const { answer, today } = page;
  const onDay = (day: string) => ({ ...setting, on: dayText(day, locale, { today }) });
  switch (answer.kind) {
    case "cancelled":
      return say.rich("answer.cancelled", onDay(answer.day));
    case "overdue":
      return say.rich(
        answer.handover === "none" ? "answer.overdueWaiting" : "answer.overdueSent",
        onDay(answer.window.toDay),
      );
    case "arriving":
      return answer.when === "between"
        ? say.rich("answer.arrivingBetween", { ...windowTexts(answer.window, locale, today), ...setting })
        : say.rich(ARRIVING[answer.when], onDay(answer.window.toDay));
    case "sent":
      return answer.day === null ? say.rich("answer.sentSomeday", setting) : say.rich("answer.sent", onDay(answer.day));
    case "preparing":
      return say.rich("answer.preparing", onDay(answer.day));
    default:
      return assertNever(answer);
  }
}
