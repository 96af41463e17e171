/** What all charts have in common: quiet axes in the desk's colours. */
export const AXIS = {
  tick: { fill: "var(--muted)", fontSize: 13 },
  tickLine: false,
  axisLine: { stroke: "var(--line)" },
} as const;

export const TIP = {
  contentStyle: {
    background: "var(--paper)",
    border: "1px solid var(--line)",
    borderRadius: 8,
    color: "var(--ink)",
    fontSize: 14,
  },
  itemStyle: { color: "var(--ink)" },
  labelStyle: { color: "var(--muted)" },
  cursor: { fill: "var(--tint)", fillOpacity: 0.6 },
  isAnimationActive: false,
} as const;

/** Before the browser says how wide it is, and on paper. */
export const FIRST_SIZE = { width: 560, height: 240 } as const;
