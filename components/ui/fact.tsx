import type { ReactNode } from "react";

/** A name and what stands beside it, within a `dl`. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
