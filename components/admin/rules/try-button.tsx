"use client";

import { type MouseEvent, useState } from "react";

type TryButtonProps = {
  readonly text: string;
  readonly working: string;
  /** With `{done}` and `{of}` in it. */
  readonly progress: string;
};

type Line = { readonly done?: number; readonly of?: number; readonly to?: string };

/** Tries the form on the last 90 days and says how far it is. Without script it is one of the form's buttons, and takes as long. */
export function TryButton({ text, working, progress }: TryButtonProps) {
  const [step, setStep] = useState<Line | null>(null);
  const start = async (event: MouseEvent<HTMLButtonElement>) => {
    const form = event.currentTarget.form;
    if (form === null) return;
    event.preventDefault();
    setStep({});
    const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    fields.set("do", "try");
    const to = await followed(form.action, fields, setStep).catch(() => null);
    // Whatever went wrong, what was typed is in the form still: its own way works too.
    if (to === null) setStep(null);
    else goTo(to);
  };
  const isKnown = step?.done !== undefined && step.of !== undefined;
  return (
    <span className="try">
      <button
        className="button button-quiet"
        type="submit"
        name="do"
        value="try"
        onClick={start}
        disabled={step !== null}
      >
        {step === null ? text : working}
      </button>
      {step !== null && (
        <span className="try-progress" role="status">
          <progress {...(isKnown ? { value: step.done, max: step.of } : {})} />
          {isKnown && progress.replace("{done}", String(step.done)).replace("{of}", String(step.of))}
        </span>
      )}
    </span>
  );
}

/** The page may be this one: then it is asked for anew. */
function goTo(path: string): void {
  const { pathname, search, hash } = new URL(path, window.location.href);
  const isHere = pathname === window.location.pathname && search === window.location.search;
  if (isHere) {
    window.location.hash = hash;
    window.location.reload();
  } else window.location.assign(path);
}

/** Reads the answer line by line; returns where to go on. */
async function followed(action: string, fields: URLSearchParams, tell: (line: Line) => void): Promise<string | null> {
  const response = await fetch(action, { method: "POST", body: fields, headers: { Accept: "application/x-ndjson" } });
  if (!response.ok || response.body === null) return null;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let [rest, to]: [string, string | null] = ["", null];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const told = JSON.parse(line) as Line;
      if (told.to !== undefined) to = told.to;
      else tell(told);
    }
  }
  return to;
}
