import { dayText } from "#lib/brand/languages/dates.ts";
import type { Say } from "#lib/brand/languages/voice.ts";
import type { Step, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { Reader } from "./reader.ts";

/** The few honest steps, the present one marked. The way not yet gone is dotted. */
export function Progress({ page, reader }: { readonly page: TrackingPage; readonly reader: Reader }) {
  const { say, language } = reader;
  return (
    <ol className="steps" aria-label={say("progress.label")}>
      {page.steps.map((step) => (
        <li
          key={step.name}
          className={`step step-${step.state} step-at-${step.name}`}
          aria-current={step.state === "current" || step.state === "trouble" ? "step" : undefined}
        >
          <span className="step-name">{nameOf(step, say)}</span>
          <span className="sr-only">{`${language.habits.comma}${say(`progress.${step.state}`)}`}</span>
          {step.day !== null && (
            <time className="step-day" dateTime={step.day}>
              {dayText(step.day, language, { today: page.today, style: "short" })}
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
