import { RoomHead } from "#components/admin/room-head.tsx";
import type { ShopNumbers } from "#lib/promise/numbers/shop-numbers.ts";
import { CalibrationFigure } from "./calibration-figure.tsx";
import { CallFigure } from "./call-figure.tsx";
import type { FiguresProps } from "./figure-props.ts";
import type { FigureWords } from "./figure-words.ts";
import { GesturesFigure } from "./gestures-figure.tsx";
import { OnTimeFigure, ToldFigure } from "./kept-figures.tsx";
import { WORDS_OF } from "./keys.ts";
import { OffersFigure } from "./offers-figure.tsx";
import { saidLines } from "./said-lines.ts";
import { ChoicesFigure, ViewsFigure } from "./shopper-figures.tsx";
import { SpanBar } from "./span-bar.tsx";
import { ReturnedFigure, TransitFigure } from "./way-figures.tsx";

type NumbersPageProps = {
  readonly shop: string;
  readonly slug: string;
  readonly currency: string;
  readonly path: string;
  readonly numbers: ShopNumbers;
  readonly words: FigureWords;
  readonly typed: { readonly from: string | null; readonly to: string | null };
  readonly counted: string | null;
};

/** A shop's numbers: first as sentences, then one by one. */
export function NumbersPage({ shop, slug, currency, path, numbers, words, typed, counted }: NumbersPageProps) {
  const { say } = words;
  const { from, to } = numbers.span;
  const csv = `${path}/csv?from=${from}&to=${to}`;
  const figures: FiguresProps = { numbers, words, csvOf: (figure) => `${csv}&figure=${figure}` };
  return (
    <div className="numbers">
      <RoomHead
        say={say}
        title={say("numbers.title")}
        shop={shop}
        heading={say("numbers.title")}
        lead={say("numbers.lead")}
      />
      {numbers.countedAt === null ? (
        <Uncounted words={words} slug={slug} />
      ) : (
        <>
          <SpanBar numbers={numbers} words={words} path={path} typed={typed} csv={csv} counted={counted} />
          <SaidList numbers={numbers} words={words} />
          <section aria-labelledby="charts">
            <h2 id="charts" className="numbers-heading">
              {say("numbers.charts")}
            </h2>
            <div className="figures">
              <OnTimeFigure {...figures} />
              <TransitFigure {...figures} />
              <ToldFigure {...figures} />
              <ReturnedFigure {...figures} />
              <CallFigure figure="contacts" {...figures} />
              <CallFigure figure="cancelled" {...figures} />
              <GesturesFigure currency={currency} {...figures} />
              <ChoicesFigure {...figures} />
              <ViewsFigure {...figures} />
              <CalibrationFigure {...figures} />
              <OffersFigure {...figures} />
            </div>
          </section>
        </>
      )}
    </div>
  );
}

function SaidList({ numbers, words }: Pick<NumbersPageProps, "numbers" | "words">) {
  const { say } = words;
  return (
    <section aria-labelledby="said">
      <h2 id="said" className="numbers-heading">
        {say("numbers.said")}
      </h2>
      <ul className="said-list">
        {saidLines(numbers, words).map(({ figure, text, was }) => (
          <li key={figure} className={text === null ? "said-line said-line-empty" : "said-line"}>
            <a href={`#${figure}`}>{say(`numbers.${WORDS_OF[figure]}.title`)}</a>
            <p className="said-text">{text ?? say(`numbers.${WORDS_OF[figure]}.none`)}</p>
            <p className="said-was">{was === null ? say("numbers.wasNothing") : say("numbers.was", { value: was })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Uncounted({ words: { say }, slug }: Pick<NumbersPageProps, "words" | "slug">) {
  return (
    <section className="hint" aria-labelledby="uncounted">
      <h2 id="uncounted" className="hint-heading">
        {say("numbers.uncounted")}
      </h2>
      <p>{say("numbers.uncountedText", { slug })}</p>
    </section>
  );
}
