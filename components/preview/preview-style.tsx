"use client";

import { useEffect, useState } from "react";
import type { BrandStyle } from "#lib/brand/css.ts";
import { isFromParent, isPreviewStroke, type PreviewStroke } from "./preview-messages.ts";

type PreviewStyleProps = {
  readonly nonce: string;
  readonly style: BrandStyle;
  /** Of the draft that is drawn; null where it is none, and changes no more. */
  readonly revision: number | null;
};

/**
 * The brand's style, which changes while the page stands. What the editor has just been told is shown at once, until the
 * server has drawn the page with it. The policy knows the nonce that the document came with and no later one, so the first is
 * kept; and the faces stand by themselves, so that a changed colour fetches no font.
 */
export function PreviewStyle({ nonce, style, revision }: PreviewStyleProps) {
  const [first] = useState(nonce);
  const stroke = useStroke();
  const isAhead = stroke !== null && revision !== null && revision < stroke.until;
  const { faces, variables } = isAhead ? (stroke.style ?? style) : style;
  return (
    <>
      <style nonce={first}>{faces}</style>
      <style nonce={first}>{variables}</style>
    </>
  );
}

function useStroke(): PreviewStroke | null {
  const [stroke, setStroke] = useState<PreviewStroke | null>(null);
  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => {
      if (isFromParent(event) && isPreviewStroke(event.data)) setStroke(event.data);
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, []);
  return stroke;
}
