import type { Locale } from "#lib/brand/locale.ts";
import { dayText } from "#lib/brand/words/dates.ts";
import { type Say, speak } from "#lib/brand/words/speak.ts";
import type { Step, TrackingPage } from "#lib/tracking/page/tracking-page.ts";

/** The few honest steps, the present one marked. The way not yet gone is dotted. */
export function Progress({ page, locale }: { readonly page: TrackingPage; readonly locale: Locale }) {
  const say = speak(locale);
  return (
    <ol className="steps" aria-label={say("progress.label")}>
      {page.steps.map((step) => (
        <li
          key={step.name}
          className={`step step-${step.state} step-at-${step.name}`}
          aria-current={step.state === "current" || step.state === "trouble" ? "step" : undefined}
        >
          <span className="step-name">{nameOf(step, say)}</span>
          <span className="sr-only">, {say(`progress.${step.state}`)}</span>
          {step.day !== null && (
            <time className="step-day" dateTime={step.day}>
              {dayText(step.day, locale, { today: page.today, style: "short" })}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}

function nameOf(step: Step, say: Say): string {
  return say(step.name === "sent" && step.state === "current" ? "progress.sentPartly" : `progress.${step.name}`);
}
