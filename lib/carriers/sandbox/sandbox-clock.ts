/** How the sandbox's clock runs: it showed `atMs` when the real one showed `realMs`, and runs so many times as fast since. */
export type ClockSetting = { readonly realMs: number; readonly atMs: number; readonly speed: number };

/** What a clock is told. `setMs` and `stepMs` move it, `speed` is how many times as fast as real time it runs. */
export type ClockChange = {
  readonly setMs?: number | undefined;
  readonly stepMs?: number | undefined;
  readonly speed?: number | undefined;
  readonly stopped?: boolean | undefined;
};

export type SandboxClock = {
  /** ms since 1970, as all carriers see it. */
  readonly nowMs: () => number;
  /** The speed at which it runs when it is not stopped. */
  readonly speed: () => number;
  readonly isStopped: () => boolean;
  /** Moves it, then lets it run from there. */
  readonly change: (change: ClockChange) => ClockSetting & { readonly stopped: boolean };
  /** As it was kept. */
  readonly restore: (setting: ClockSetting & { readonly stopped: boolean }) => void;
};

/** A clock that shows real time until it is told otherwise. */
export function createSandboxClock(realMs: () => number): SandboxClock {
  let setting: ClockSetting = { realMs: 0, atMs: 0, speed: 1 };
  let stopped = false;
  const nowMs = () => Math.floor(setting.atMs + (stopped ? 0 : (realMs() - setting.realMs) * setting.speed));
  return {
    nowMs,
    speed: () => setting.speed,
    isStopped: () => stopped,
    change: ({ setMs, stepMs = 0, speed = setting.speed, stopped: stop = stopped }) => {
      setting = { realMs: realMs(), atMs: (setMs ?? nowMs()) + stepMs, speed };
      stopped = stop;
      return { ...setting, stopped };
    },
    restore: ({ stopped: stop, ...kept }) => {
      setting = kept;
      stopped = stop;
    },
  };
}
