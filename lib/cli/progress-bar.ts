import { SingleBar } from "cli-progress";

/** A bar on stderr where that is a terminal; silent elsewhere. `total` is in bytes, or in what a phase counts by. */
export function progressBar(total = 0) {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: "{phase} {bar} {percentage} %  {eta_formatted} left",
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
        etaBuffer: 50,
      })
    : null;
  let phase = "";
  const draw = (next: string, done: number, of = total) => {
    if (bar === null) return;
    if (next !== phase) bar.start(of, 0, { phase: next.padEnd(9) });
    phase = next;
    bar.setTotal(of);
    bar.update(done);
  };
  return {
    show: draw,
    /** Prints something without tearing the bar. */
    above(print: () => void): void {
      if (bar !== null && phase !== "") process.stderr.write("\r\u001b[K");
      print();
    },
    end: (): void => bar?.stop(),
  };
}
