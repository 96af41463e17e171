"use client";

import { useEffect, useRef, useState } from "react";

type Found = { readonly sku: string; readonly title: string };

type ProductInputProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Where products are looked for by how their SKU or title begins. */
  readonly find: string;
  readonly errorId: string | null;
};

const PAUSE_MS = 150;

/** A SKU, with the browser's own list of products that begin with what is typed. Without script it is a plain field. */
export function ProductInput({ name, label, value, find, errorId }: ProductInputProps) {
  const [found, setFound] = useState<readonly Found[]>([]);
  const [asked, setAsked] = useState("");
  const newest = useRef(0);
  useEffect(() => {
    if (asked.trim().length < 2) return;
    const timer = setTimeout(async () => {
      newest.current += 1;
      const mine = newest.current;
      const response = await fetch(`${find}?q=${encodeURIComponent(asked.trim())}`).catch(() => null);
      if (response?.ok !== true || mine !== newest.current) return;
      setFound((await response.json()) as readonly Found[]);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, find]);
  return (
    <>
      <input
        id={name}
        name={name}
        aria-label={label}
        className="input slot sku"
        dir="ltr"
        defaultValue={value}
        autoComplete="off"
        maxLength={200}
        list={`${name}-found`}
        onInput={(event) => setAsked(event.currentTarget.value)}
        aria-invalid={errorId === null ? undefined : true}
        aria-describedby={errorId ?? undefined}
      />
      <datalist id={`${name}-found`}>
        {found.map(({ sku, title }) => (
          <option key={sku} value={sku} label={title} />
        ))}
      </datalist>
    </>
  );
}
