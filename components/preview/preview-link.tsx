"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isPreviewAsk, isPreviewOrder, type PreviewDrawn } from "./preview-messages.ts";

/**
 * The preview's tie to the editor around it: it draws itself again when it is told to, tells which sentences it says, and lets
 * nothing on it do anything but fold.
 */
export function PreviewLink({ said }: { readonly said: readonly string[] }) {
  const router = useRouter();
  const all = said.join(" ");
  useEffect(() => {
    if (window.parent === window) return;
    const told: PreviewDrawn = { kind: "preview-drawn", said: all === "" ? [] : all.split(" ") };
    const tell = () => window.parent.postMessage(told, window.location.origin);
    const answer = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin === window.location.origin && source === window.parent && isPreviewAsk(data)) tell();
    };
    tell();
    window.addEventListener("message", answer);
    return () => window.removeEventListener("message", answer);
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
