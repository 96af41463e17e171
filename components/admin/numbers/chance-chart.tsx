"use client";

import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZAxis,
} from "recharts";
import { AXIS, FIRST_SIZE } from "./chart-parts.ts";
import { Legend } from "./chart-tones.tsx";

type ChanceChartProps = {
  /** 0 to 1: what we said, and how many of those came; the more parcels, the larger the dot. */
  readonly points: readonly { readonly said: number; readonly came: number; readonly parcels: number }[];
  readonly words: { readonly said: string; readonly came: string; readonly ideal: string };
};

const TENTHS = [0, 0.25, 0.5, 0.75, 1];
const percent = (rate: number) => `${Math.round(rate * 100)}%`;

/** What was said against what came of it. On the line both are the same. */
export function ChanceChart({ points, words }: ChanceChartProps) {
  const axis = { type: "number", domain: [0, 1], ticks: TENTHS, tickFormatter: percent, ...AXIS } as const;
  const label = { fill: "var(--muted)", fontSize: 13 } as const;
  return (
    <>
      <ResponsiveContainer width="100%" height={300} initialDimension={{ ...FIRST_SIZE, height: 300 }}>
        <ScatterChart accessibilityLayer={false} margin={{ top: 24, right: 16, bottom: 24, left: 0 }}>
          <CartesianGrid stroke="var(--line)" />
          <XAxis
            dataKey="said"
            {...axis}
            label={{ value: words.said, position: "insideBottom", offset: -14, ...label }}
          />
          <YAxis
            dataKey="came"
            width={48}
            {...axis}
            label={{ value: words.came, position: "top", offset: 10, dx: 18, ...label }}
          />
          <ZAxis dataKey="parcels" range={[60, 400]} />
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ]}
            stroke="var(--ink)"
            strokeDasharray="6 4"
          />
          <Scatter
            data={[...points]}
            fill="var(--chart-full)"
            stroke="var(--paper)"
            strokeWidth={2}
            isAnimationActive={false}
          />
        </ScatterChart>
      </ResponsiveContainer>
      <Legend series={[]} line={words.ideal} />
    </>
  );
}
