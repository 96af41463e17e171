"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useSettled } from "./use-settled.ts";

type OfferListProps = {
  /** Null on a page that only shows how it would look: nothing is noted of it. */
  readonly token: string | null;
  readonly children: ReactNode;
};

/**
 * The list of what is offered. What notes which of it was on the screen is loaded once the page has come to rest, so that
 * nobody waits for it; where it cannot be loaded, nothing was seen.
 */
export function OfferList({ token, children }: OfferListProps) {
  const list = useRef<HTMLUListElement>(null);
  const isSettled = useSettled();
  useEffect(() => {
    if (!isSettled || token === null) return;
    let end: (() => void) | null = null;
    let isGone = false;
    import("./offer-sights.ts").then(
      ({ watchOffers }) => {
        if (!isGone && list.current !== null) end = watchOffers(list.current, `/t/${token}/seen`);
      },
      () => {},
    );
    return () => {
      isGone = true;
      end?.();
    };
  }, [isSettled, token]);
  return (
    <ul ref={list} className="offer-cards">
      {children}
    </ul>
  );
}
