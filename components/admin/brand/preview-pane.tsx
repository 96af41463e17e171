"use client";

import { useEffect, useRef, useState } from "react";
import { Choice } from "#components/ui/choice.tsx";
import { type Stroke, usePreview } from "./use-preview.ts";

export type PreviewWords = Readonly<
  Record<
    | "title"
    | "frame"
    | "scene"
    | "language"
    | "device"
    | "phone"
    | "desktop"
    | "light"
    | "dark"
    | "lightOrDark"
    | "show"
    | "nothingReal",
    string
  >
>;

/** What is looked at: everything of it stands in the address of the preview, besides the device. */
export type PreviewView = {
  readonly scene: string;
  readonly locale: string;
  readonly scheme: "light" | "dark";
  readonly device: "phone" | "desktop";
};

type Options = readonly { readonly value: string; readonly text: string }[];

type PreviewPaneProps = {
  readonly words: PreviewWords;
  /** Where the preview is. */
  readonly path: string;
  /** Which look, as the preview's address asks for it; empty for the draft. */
  readonly look: string;
  readonly view: PreviewView;
  readonly onView: (view: PreviewView) => void;
  readonly scenes: Options;
  readonly languages: Options;
  readonly hasBothSchemes: boolean;
  /** Another one whenever what is shown has changed. */
  readonly revision: number;
  /** What is shown until it is drawn; null where nothing is being changed. */
  readonly stroke: Stroke | null;
  readonly onSaid: (said: readonly string[]) => void;
};

const WIDTHS = { phone: 390, desktop: 1280 } as const;

/** The real page in a frame, in any state, language, light and width. It is drawn anew in place, so nothing flickers. */
export function PreviewPane(props: PreviewPaneProps) {
  const { words, path, look, view, revision, stroke, onSaid } = props;
  const query = new URLSearchParams({
    scene: view.scene,
    locale: view.locale,
    scheme: view.scheme,
    ...(look === "" ? {} : Object.fromEntries(new URLSearchParams(look))),
  }).toString();
  const frame = usePreview({ query, revision, stroke, onSaid });
  const room = useRef<HTMLDivElement>(null);
  const scale = useScale(room, view.device);
  const [first] = useState(query);
  return (
    <section className="brand-preview" aria-label={words.title}>
      <PreviewBar {...props} />
      <div ref={room} className={`brand-preview-room brand-preview-${view.device}`}>
        <iframe
          ref={frame}
          className="brand-preview-frame"
          title={words.frame}
          src={`${path}?${first}`}
          sandbox="allow-scripts allow-same-origin"
          style={{ width: WIDTHS[view.device], height: `${100 / scale}%`, scale: String(scale) }}
        />
      </div>
      <p className="field-hint">{words.nothingReal}</p>
    </section>
  );
}

type BarProps = Pick<PreviewPaneProps, "words" | "view" | "onView" | "scenes" | "languages" | "hasBothSchemes">;

/** What is looked at. Without JavaScript a button asks for it. */
function PreviewBar({ words, view, onView, scenes, languages, hasBothSchemes }: BarProps) {
  return (
    <form className="brand-preview-bar" method="get">
      <Choice
        id="preview-scene"
        name="scene"
        label={words.scene}
        isLabelHidden
        options={scenes}
        value={view.scene}
        onChange={({ target }) => onView({ ...view, scene: target.value })}
      />
      <Choice
        id="preview-language"
        name="locale"
        label={words.language}
        isLabelHidden
        options={languages}
        value={view.locale}
        onChange={({ target }) => onView({ ...view, locale: target.value })}
      />
      <Either
        legend={words.device}
        name="device"
        options={[
          ["phone", words.phone],
          ["desktop", words.desktop],
        ]}
        value={view.device}
        onChange={(device) => onView({ ...view, device: device === "desktop" ? "desktop" : "phone" })}
      />
      {hasBothSchemes && (
        <Either
          legend={words.lightOrDark}
          name="scheme"
          options={[
            ["light", words.light],
            ["dark", words.dark],
          ]}
          value={view.scheme}
          onChange={(scheme) => onView({ ...view, scheme: scheme === "dark" ? "dark" : "light" })}
        />
      )}
      <noscript>
        <button type="submit" className="button button-quiet">
          {words.show}
        </button>
      </noscript>
    </form>
  );
}

type EitherProps = {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Either({ legend, name, options, value, onChange }: EitherProps) {
  return (
    <fieldset className="brand-either">
      <legend className="sr-only">{legend}</legend>
      <div className="brand-segments">
        {options.map(([option, text]) => (
          <label key={option} className="brand-segment">
            <input
              type="radio"
              name={name}
              value={option}
              checked={value === option}
              onChange={() => onChange(option)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A page wider than its room is shown smaller, as a whole. */
function useScale(room: React.RefObject<HTMLDivElement | null>, device: PreviewView["device"]): number {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const box = room.current;
    if (box === null) return;
    const measure = () => setScale(Math.min(1, box.clientWidth / WIDTHS[device]) || 1);
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    measure();
    return () => watcher.disconnect();
  }, [room, device]);
  return scale;
}
