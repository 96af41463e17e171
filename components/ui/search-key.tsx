"use client";

import { useEffect } from "react";

/** Lets the slash key lead into a search field; where something is typed already, a slash is a slash. */
export function SearchKey({ field }: { readonly field: string }) {
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest("input, select, textarea") !== null;
      if (event.key !== "/" || isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const input = document.getElementById(field);
      input?.focus();
      if (input instanceof HTMLInputElement) input.select();
    };
    document.addEventListener("keydown", lead);
    return () => document.removeEventListener("keydown", lead);
  }, [field]);
  return null;
}
