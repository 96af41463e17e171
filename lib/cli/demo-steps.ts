/** Steps on stderr: `[2/6] Migrating ... 0.4 s`; a long one is seen to go on. */
export type Steps = {
  readonly run: <T>(title: string, work: (note: (text: string) => void) => Promise<T>) => Promise<T>;
};

/** Counts up to `total`; begins no step once `stopping` is aborted. Notes are shown on a terminal as they come, elsewhere at most every ten seconds. */
export function createSteps(total: number, stopping: AbortSignal): Steps {
  let number = 0;
  return {
    run: async (title, work) => {
      stopping.throwIfAborted();
      number += 1;
      const label = `[${number}/${total}] ${title}`;
      const started = performance.now();
      const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
      const progress = createProgress(label, seconds);
      try {
        const result = await work(progress.note);
        progress.end(`${label} ... ${seconds()} s`);
        return result;
      } catch (error) {
        progress.end(`${label} ... failed after ${seconds()} s`);
        throw error;
      }
    },
  };
}

function createProgress(label: string, seconds: () => string) {
  const isTerminal = process.stderr.isTTY === true;
  let text = "";
  const show = () => {
    const line = `${label} ... ${seconds()} s${text === "" ? "" : ` (${text})`}`;
    process.stderr.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, isTerminal ? 250 : 10_000);
  return {
    note: (now: string) => {
      text = now;
    },
    end: (line: string) => {
      clearInterval(timer);
      process.stderr.write(isTerminal ? `\r\u001b[K${line}\n` : `${line}\n`);
    },
  };
}
