"use client";

import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { AXIS, FIRST_SIZE, TIP } from "./chart-parts.ts";
import { Legend, type Series, ToneGrains, useTones } from "./chart-tones.tsx";

type StackedChartProps = {
  /** From left to right; `tick` stands below, `name` is the whole name. */
  readonly points: readonly {
    readonly name: string;
    readonly tick: string;
    readonly values: Readonly<Record<string, number>>;
  }[];
  readonly series: readonly Series[];
  /** A height that is not to be passed, and its name. */
  readonly limit?: { readonly value: number; readonly label: string } | null;
};

/** Bars along time, each cut into its parts. */
export function StackedChart({ points, series, limit = null }: StackedChartProps) {
  const { id, fillOf } = useTones();
  const data = points.map(({ name, tick, values }) => ({ name, tick, ...values }));
  const ticks = new Map(points.map(({ name, tick }) => [name, tick]));
  return (
    <>
      <ResponsiveContainer width="100%" height={FIRST_SIZE.height} initialDimension={FIRST_SIZE}>
        <BarChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 12, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="22%"
        >
          <ToneGrains id={id} />
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="name"
            tickFormatter={(name: string) => ticks.get(name) ?? name}
            minTickGap={16}
            interval="equidistantPreserveStart"
            {...AXIS}
          />
          <YAxis width={44} allowDecimals={false} {...AXIS} axisLine={false} />
          <Tooltip {...TIP} />
          {series.map(({ key, label, tone }) => (
            <Bar
              key={key}
              dataKey={key}
              name={label}
              stackId="all"
              fill={fillOf(tone)}
              stroke="var(--chart-edge)"
              strokeWidth={0.75}
              maxBarSize={44}
              isAnimationActive={false}
            />
          ))}
          {limit !== null && (
            <ReferenceLine
              y={limit.value}
              ifOverflow="extendDomain"
              stroke="var(--ink)"
              strokeWidth={1.5}
              strokeDasharray="6 4"
            />
          )}
        </BarChart>
      </ResponsiveContainer>
      {(series.length > 1 || limit !== null) && <Legend series={series} line={limit?.label ?? null} />}
    </>
  );
}
