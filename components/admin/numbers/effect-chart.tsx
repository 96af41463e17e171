"use client";

import { Bar, BarChart, ReferenceDot, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { AXIS, FIRST_SIZE } from "./chart-parts.ts";

type EffectChartProps = {
  readonly effect: { readonly difference: number; readonly low: number; readonly high: number };
  readonly nothing: string;
};

const HEIGHT = 110;
const points = (rate: number) => `${rate > 0 ? "+" : ""}${Math.round(rate * 1000) / 10}%`;

/** A difference with its interval, beside none at all. */
export function EffectChart({ effect, nothing }: EffectChartProps) {
  const { difference, low, high } = effect;
  const reach = Math.ceil(Math.max(Math.abs(low), Math.abs(high), 0.01) * 50) / 50;
  return (
    <ResponsiveContainer width="100%" height={HEIGHT} initialDimension={{ ...FIRST_SIZE, height: HEIGHT }}>
      <BarChart
        data={[{ name: "", range: [low, high] }]}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 22, right: 16, bottom: 0, left: 16 }}
      >
        <XAxis
          type="number"
          domain={[-reach, reach]}
          ticks={[-reach, -reach / 2, 0, reach / 2, reach]}
          tickFormatter={points}
          {...AXIS}
        />
        <YAxis type="category" dataKey="name" hide />
        <Bar
          dataKey="range"
          fill="var(--chart-full)"
          fillOpacity={0.35}
          barSize={14}
          radius={7}
          isAnimationActive={false}
        />
        <ReferenceLine
          x={0}
          stroke="var(--ink)"
          strokeDasharray="6 4"
          label={{ value: nothing, position: "top", fill: "var(--ink)", fontSize: 13 }}
        />
        <ReferenceDot x={difference} y="" r={7} fill="var(--chart-full)" stroke="var(--paper)" strokeWidth={2} />
      </BarChart>
    </ResponsiveContainer>
  );
}
