"use client";

import { useState } from "react";

/** A moment of an order, ready to be read. */
export type MomentText = {
  readonly at: string;
  readonly when: string;
  readonly happened: string;
  readonly says: string;
  readonly promised: string;
  readonly parcels: readonly { readonly key: number; readonly text: string }[];
};

type TimeMachineProps = {
  readonly moments: readonly MomentText[];
  readonly words: {
    readonly slider: string;
    readonly earlier: string;
    readonly later: string;
    readonly all: string;
    readonly page: string;
    readonly noParcel: string;
  };
};

/** Slides through an order's moments; without script the list of them all tells the same. */
export function TimeMachine({ moments, words }: TimeMachineProps) {
  const last = moments.length - 1;
  const [at, setAt] = useState(last);
  const moment = moments[at];
  if (moment === undefined) return null;
  const go = (to: number) => setAt(Math.min(last, Math.max(0, to)));
  return (
    <>
      <div className="time-bar">
        <button type="button" className="button button-quiet" onClick={() => go(at - 1)} disabled={at === 0}>
          {words.earlier}
        </button>
        <input
          className="time-slider"
          type="range"
          min={0}
          max={last}
          value={at}
          onChange={(event) => go(event.currentTarget.valueAsNumber)}
          aria-label={words.slider}
          aria-valuetext={`${moment.when}: ${moment.happened}`}
        />
        <button type="button" className="button button-quiet" onClick={() => go(at + 1)} disabled={at === last}>
          {words.later}
        </button>
      </div>
      <Moment moment={moment} words={words} />
      <details className="fold">
        <summary>{words.all}</summary>
        <ol className="ledger">
          {moments.map((each) => (
            <li key={each.at}>
              <p>{each.happened}</p>
              <p className="ledger-when">
                {each.when} · {each.says}
              </p>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function Moment({ moment, words }: { readonly moment: MomentText; readonly words: TimeMachineProps["words"] }) {
  const { when, happened, says, promised, parcels } = moment;
  return (
    <div className="time-moment">
      <p className="ledger-when">
        {when} · {happened}
      </p>
      <p className="card-label">{words.page}</p>
      <p className="order-answer">{says}</p>
      <p>{promised}</p>
      {parcels.length === 0 && <p className="text-muted">{words.noParcel}</p>}
      {parcels.map(({ key, text }) => (
        <p key={key} className="text-muted">
          {text}
        </p>
      ))}
    </div>
  );
}
