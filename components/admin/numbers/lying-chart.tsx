"use client";

import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { AXIS, FIRST_SIZE, TIP } from "./chart-parts.ts";
import { Legend, type Series, ToneGrains, useTones } from "./chart-tones.tsx";

type LyingChartProps = {
  readonly points: readonly {
    readonly name: string;
    readonly values: Readonly<Record<string, number>>;
    /** Written at the end of the bar. */
    readonly text: string;
  }[];
  readonly series: readonly Series[];
};

const ROW = 40;

/** Bars that lie, for things with names; each says its number at its end. */
export function LyingChart({ points, series }: LyingChartProps) {
  const { id, fillOf } = useTones();
  const data = points.map(({ name, values, text }) => ({ name, text, ...values }));
  const height = points.length * ROW + 8;
  return (
    <>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ ...FIRST_SIZE, height }}>
        <BarChart
          data={data}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 0, right: 64, bottom: 0, left: 0 }}
          barCategoryGap="28%"
        >
          <ToneGrains id={id} />
          <XAxis type="number" hide />
          <YAxis
            type="category"
            dataKey="name"
            width={132}
            interval={0}
            {...AXIS}
            tick={{ ...AXIS.tick, fill: "var(--ink)" }}
          />
          <Tooltip {...TIP} />
          {series.map(({ key, label, tone }, at) => (
            <Bar
              key={key}
              dataKey={key}
              name={label}
              stackId="all"
              fill={fillOf(tone)}
              stroke="var(--chart-edge)"
              strokeWidth={0.75}
              maxBarSize={24}
              isAnimationActive={false}
            >
              {at === series.length - 1 && (
                <LabelList dataKey="text" position="right" fill="var(--ink)" fontSize={13} offset={8} />
              )}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
      {series.length > 1 && <Legend series={series} />}
    </>
  );
}
