import type { ReactNode } from "react";

type NoticeProps = { readonly heading: string; readonly children: ReactNode; readonly mark?: ReactNode };

/** A short page that says one thing and what to do next. */
export function Notice({ heading, children, mark }: NoticeProps) {
  return (
    <main className="mx-auto flex min-h-[70vh] max-w-xl flex-col justify-center gap-5 px-5 py-16">
      {mark}
      <h1 className="font-display text-title text-balance">{heading}</h1>
      <div className="flex flex-col gap-3 text-muted">{children}</div>
    </main>
  );
}
