import type { DeskSay } from "#lib/desk/desk-voice.ts";

export type FirstStepsProps = {
  readonly say: DeskSay;
  /** In the order in which they are best taken. */
  readonly steps: readonly {
    readonly key: string;
    readonly title: string;
    readonly text: string;
    readonly href: string | null;
    readonly isDone: boolean;
  }[];
};

/** What a new shop does first: each step leads to its room, and what is done is ticked off. */
export function FirstSteps({ say, steps }: FirstStepsProps) {
  return (
    <section className="steps" aria-labelledby="steps">
      <h2 id="steps" className="hint-heading">
        {say("queue.steps.title")}
      </h2>
      <ol className="steps-list">
        {steps.map(({ key, title, text, href, isDone }) => (
          <li key={key} className={isDone ? "step step-done" : "step"}>
            <h3 className="step-title">
              {href === null ? title : <a href={href}>{title}</a>}
              {isDone && <span className="step-tick">{say("queue.steps.done")}</span>}
            </h3>
            {!isDone && <p>{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
