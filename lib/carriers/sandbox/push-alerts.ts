import type { Watched } from "./push-watch.ts";

/** What was subscribed to at UPS. */
export type PushAlerts = {
  /** Watches numbers until then; one that is watched already is watched on, from where it was. */
  readonly add: (numbers: readonly string[], nowMs: number, untilMs: number) => void;
  readonly all: () => readonly Watched[];
};

/** Numbers, each watched for some time, whoever asked for it. */
export function createPushAlerts(): PushAlerts {
  const alerts = new Map<string, Watched>();
  return {
    add: (numbers, nowMs, untilMs) => {
      for (const number of numbers) {
        const known = alerts.get(number);
        const isOn = known?.untilMs !== undefined && known.untilMs > nowMs;
        alerts.set(number, { number, sinceMs: isOn ? known.sinceMs : nowMs, untilMs });
      }
    },
    all: () => [...alerts.values()],
  };
}
