"use client";

import { useState } from "react";

type PreviewStyleProps = { readonly nonce: string; readonly css: string };

/**
 * The brand's style, which changes while the page stands. The policy knows the nonce that the document came with and no later
 * one, so the first is kept.
 */
export function PreviewStyle({ nonce, css }: PreviewStyleProps) {
  const [first] = useState(nonce);
  return <style nonce={first}>{css}</style>;
}
