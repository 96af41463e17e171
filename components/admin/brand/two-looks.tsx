"use client";

import { useState } from "react";
import { PreviewPane, type PreviewView, type PreviewWords } from "./preview-pane.tsx";

type Options = readonly { readonly value: string; readonly text: string }[];

export type TwoLooksProps = {
  readonly words: PreviewWords;
  readonly path: string;
  /** The looks to choose from, as the preview's address asks for each; one needs no choice. */
  readonly looks: readonly { readonly look: string; readonly text: string }[];
  readonly preview: PreviewView;
  readonly scenes: Options;
  readonly languages: Options;
  readonly hasBothSchemes: boolean;
};

const nothing = () => {};

/** The page as it is and as it would be: one frame, and a choice which of the two it shows. */
export function TwoLooks({ words, path, looks, preview, scenes, languages, hasBothSchemes }: TwoLooksProps) {
  const [view, setView] = useState(preview);
  const [look, setLook] = useState(looks[0]?.look ?? "");
  return (
    <div className="brand-looks">
      {looks.length > 1 && (
        <div className="brand-segments" role="radiogroup" aria-label={words.title}>
          {looks.map((each) => (
            <label key={each.look} className="brand-segment">
              <input
                type="radio"
                name="look"
                value={each.look}
                checked={each.look === look}
                onChange={() => setLook(each.look)}
              />
              <span>{each.text}</span>
            </label>
          ))}
        </div>
      )}
      <PreviewPane
        words={words}
        path={path}
        look={look}
        view={view}
        onView={setView}
        scenes={scenes}
        languages={languages}
        hasBothSchemes={hasBothSchemes}
        revision={0}
        stroke={null}
        onSaid={nothing}
      />
    </div>
  );
}
