"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import {
  isFromParent,
  isPreviewAsk,
  isPreviewOrder,
  type PreviewDrawn,
  type PreviewOrder,
} from "./preview-messages.ts";

/**
 * The preview's tie to the editor around it: it draws itself again when it is told to, tells which sentences it says, and lets
 * nothing on it do anything but fold.
 */
export function PreviewLink({ said }: { readonly said: readonly string[] }) {
  const all = said.join(" ");
  useOrders();
  useEffect(() => {
    if (window.parent === window) return;
    const told: PreviewDrawn = { kind: "preview-drawn", said: all === "" ? [] : all.split(" ") };
    const tell = () => window.parent.postMessage(told, window.location.origin);
    const answer = (event: MessageEvent<unknown>) => {
      if (isFromParent(event) && isPreviewAsk(event.data)) tell();
    };
    tell();
    window.addEventListener("message", answer);
    return () => window.removeEventListener("message", answer);
  }, [all]);
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

/** Draws the page as it is told to: one drawing at a time, and of what was asked for meanwhile the last alone. */
function useOrders(): void {
  const router = useRouter();
  const [isDrawing, draw] = useTransition();
  const [order, setOrder] = useState<PreviewOrder | null>(null);
  useEffect(() => {
    const take = (event: MessageEvent<unknown>) => {
      if (isFromParent(event) && isPreviewOrder(event.data)) setOrder(event.data);
    };
    window.addEventListener("message", take);
    return () => window.removeEventListener("message", take);
  }, []);
  useEffect(() => {
    if (order === null || isDrawing) return;
    setOrder(null);
    const { search } = window.location;
    const isSameScene = sceneIn(search) === sceneIn(order.query);
    draw(() => {
      if (`?${order.query}` === search) router.refresh();
      // Another language or light is looked at where one was looking.
      else router.replace(`?${order.query}`, { scroll: !isSameScene });
    });
  }, [order, isDrawing, router]);
}

function sceneIn(query: string): string | null {
  return new URLSearchParams(query).get("scene");
}
