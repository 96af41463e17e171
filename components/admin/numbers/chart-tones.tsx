import { useId } from "react";

/** How a series is told apart: by its colour and by its grain, so that either is enough. */
export type Tone = "full" | "stripes" | "dots";

export type Series = { readonly key: string; readonly label: string; readonly tone: Tone };

/** What fills a bar of each tone; the grains are drawn by `ToneGrains` of the same id. */
export function useTones(): { readonly id: string; readonly fillOf: (tone: Tone) => string } {
  const id = useId();
  return { id, fillOf: (tone) => (tone === "full" ? "var(--chart-full)" : `url(#${id}${tone})`) };
}

/** The grains of one drawing, to stand inside it. */
export function ToneGrains({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}stripes`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--chart-stripes)" />
        <rect width="2" height="6" fill="var(--paper)" />
      </pattern>
      <pattern id={`${id}dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--surface)" />
        <circle cx="3" cy="3" r="1.6" fill="var(--chart-dots)" />
      </pattern>
    </defs>
  );
}

type LegendProps = {
  readonly series: readonly Series[];
  /** What a broken line across the chart is. */
  readonly line?: string | null;
};

/** The names of a chart's series, each beside its grain. */
export function Legend({ series, line = null }: LegendProps) {
  const { id, fillOf } = useTones();
  return (
    <ul className="legend">
      {series.map(({ key, label, tone }) => (
        <li key={key}>
          <svg width="14" height="14" aria-hidden="true">
            <ToneGrains id={id} />
            <rect width="14" height="14" rx="3" fill={fillOf(tone)} stroke="var(--chart-edge)" />
          </svg>
          {label}
        </li>
      ))}
      {line !== null && (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <path d="M0 7h22" stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="6 4" />
          </svg>
          {line}
        </li>
      )}
    </ul>
  );
}
