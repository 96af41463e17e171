"use client";

import { type ButtonHTMLAttributes, useSyncExternalStore } from "react";

const NEVER = () => () => {};

/** A button for what only a script can do: it cannot be pressed before the script of the page runs. */
export function ScriptButton({ disabled = false, ...button }: Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type">) {
  const isAlive = useSyncExternalStore(
    NEVER,
    () => true,
    () => false,
  );
  return <button type="button" className="button button-quiet" disabled={disabled || !isAlive} {...button} />;
}
