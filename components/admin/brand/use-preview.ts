"use client";

import { useEffect, useRef, useState } from "react";
import { isPreviewDrawn, type PreviewStroke } from "#components/preview/preview-messages.ts";

export type Stroke = Omit<PreviewStroke, "kind">;

type Told = {
  /** The address of what is looked at. */
  readonly query: string;
  /** Another one whenever what is shown has changed. */
  readonly revision: number;
  readonly stroke: Stroke | null;
  readonly onSaid: (said: readonly string[]) => void;
};

/** Tells the preview what to show and what to draw once it listens, and hears which sentences it says. */
export function usePreview({ query, revision, stroke, onSaid }: Told) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isAlive, setAlive] = useState(false);
  const drawn = useRef({ query, revision });
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin !== window.location.origin || source !== frame.current?.contentWindow || !isPreviewDrawn(data)) return;
      setAlive(true);
      onSaid(data.said);
    };
    window.addEventListener("message", hear);
    frame.current?.contentWindow?.postMessage({ kind: "preview-ask" }, window.location.origin);
    return () => window.removeEventListener("message", hear);
  }, [onSaid]);
  // The stroke goes first: what is drawn next may already hold it.
  useEffect(() => {
    if (!isAlive || stroke === null) return;
    const told: PreviewStroke = { kind: "preview-stroke", ...stroke };
    frame.current?.contentWindow?.postMessage(told, window.location.origin);
  }, [isAlive, stroke]);
  useEffect(() => {
    const last = drawn.current;
    if (!isAlive || (last.query === query && last.revision === revision)) return;
    drawn.current = { query, revision };
    frame.current?.contentWindow?.postMessage({ kind: "preview-draw", query }, window.location.origin);
  }, [isAlive, query, revision]);
  return frame;
}
