"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isPreviewOrder, type PreviewDrawn } from "./preview-messages.ts";

/**
 * The preview's tie to the editor around it: it draws itself again when it is told to, tells which sentences it says, and lets
 * nothing on it do anything but fold.
 */
export function PreviewLink({ said }: { readonly said: readonly string[] }) {
  const router = useRouter();
  const all = said.join(" ");
  useEffect(() => {
    const told: PreviewDrawn = { kind: "preview-drawn", said: all === "" ? [] : all.split(" ") };
    if (window.parent !== window) window.parent.postMessage(told, window.location.origin);
  }, [all]);
  useEffect(() => {
    const follow = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin !== window.location.origin || source !== window.parent || !isPreviewOrder(data)) return;
      if (`?${data.query}` === window.location.search) router.refresh();
      else router.replace(`?${data.query}`);
    };
    window.addEventListener("message", follow);
    return () => window.removeEventListener("message", follow);
  }, [router]);
  useEffect(() => {
    const stop = (event: Event) => {
      const isLink = event.target instanceof Element && event.target.closest("a, button, input[type=submit]") !== null;
      if (event.type === "submit" || isLink) event.preventDefault();
    };
    document.addEventListener("click", stop, true);
    document.addEventListener("submit", stop, true);
    return () => {
      document.removeEventListener("click", stop, true);
      document.removeEventListener("submit", stop, true);
    };
  }, []);
  return null;
}
