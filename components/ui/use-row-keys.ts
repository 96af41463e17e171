import { type RefObject, useEffect, useRef } from "react";

/** What is typed into; there a letter is a letter. */
const TYPED = "input, select, textarea, [contenteditable], [role=menu], [role=dialog]";

/**
 * Lets j and k walk the links marked `data-row` within what the reference is given to; Enter then follows one by itself. Keys
 * that are typed somewhere, or pressed with others, are left alone.
 */
export function useRowKeys<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key];
      const isElsewhere = event.target instanceof Element && event.target.closest(TYPED) !== null;
      if (step === undefined || isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...(place.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      const here = links.map((link) => link === document.activeElement).indexOf(true);
      const next = here === -1 ? links[0] : links[here + step];
      next?.focus();
    };
    document.addEventListener("keydown", walk);
    return () => document.removeEventListener("keydown", walk);
  }, []);
  return place;
}
