import { READY_DAYS } from "#lib/promise/numbers/number-span.ts";
import type { ShopNumbers } from "#lib/promise/numbers/shop-numbers.ts";
import type { FigureWords } from "./figure-words.ts";
import { PrintButton } from "./print-button.tsx";

type SpanBarProps = {
  readonly numbers: Pick<ShopNumbers, "span" | "problem" | "zone" | "today">;
  readonly words: FigureWords;
  readonly path: string;
  /** As it was typed, where that was no span. */
  readonly typed: { readonly from: string | null; readonly to: string | null };
  readonly csv: string;
  /** When it was counted last, by the shop's clock. */
  readonly counted: string | null;
};

/** Which days the page is about: three ready spans, or two days of one's own, in the address. */
export function SpanBar({ numbers, words, path, typed, csv, counted }: SpanBarProps) {
  const { say, day, count } = words;
  const { span, problem, zone, today } = numbers;
  return (
    <div className="span-bar">
      <nav aria-label={say("numbers.span.label")}>
        <ul className="span-ready">
          {READY_DAYS.map((days) => (
            <li key={days}>
              <a
                href={`${path}?days=${days}`}
                aria-current={span.ready === days && problem === null ? "page" : undefined}
              >
                {say("numbers.span.last", { days: count(days) })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form className="span-form" method="get" action={path}>
        <fieldset>
          <legend className="sr-only">{say("numbers.span.own")}</legend>
          <DayField
            id="from"
            label={say("numbers.span.from")}
            value={typed.from ?? span.from}
            max={today}
            hasProblem={problem !== null}
          />
          <DayField
            id="to"
            label={say("numbers.span.to")}
            value={typed.to ?? span.to}
            max={today}
            hasProblem={problem !== null}
          />
          <button type="submit" className="button button-quiet">
            {say("numbers.span.show")}
          </button>
        </fieldset>
        {problem !== null && (
          <p id="span-problem" className="field-error" role="alert">
            {say(`numbers.span.problem.${problem}`)}
          </p>
        )}
      </form>
      <p className="span-about">
        {say("numbers.span.about", { from: day(span.from), to: day(span.to), days: span.days, zone })}{" "}
        {counted !== null && say("numbers.span.counted", { time: counted })}
      </p>
      <p className="span-take">
        <PrintButton text={say("numbers.print")} />
        <a className="button button-quiet" href={csv} download>
          {say("numbers.all")}
        </a>
      </p>
    </div>
  );
}

type DayFieldProps = {
  readonly id: "from" | "to";
  readonly label: string;
  readonly value: string;
  readonly max: string;
  readonly hasProblem: boolean;
};

function DayField({ id, label, value, max, hasProblem }: DayFieldProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={`span-${id}`}>
        {label}
      </label>
      <input
        id={`span-${id}`}
        name={id}
        type="date"
        className="input"
        defaultValue={value}
        max={max}
        aria-invalid={hasProblem ? true : undefined}
        aria-describedby={hasProblem ? "span-problem" : undefined}
      />
    </div>
  );
}
