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
    <section className="first-steps" aria-labelledby="first-steps">
      <h2 id="first-steps" className="hint-heading">
        {say("queue.steps.title")}
      </h2>
      <ol className="first-steps-list">
        {steps.map(({ key, title, text, href, isDone }) => (
          <li key={key} className={isDone ? "first-step first-step-done" : "first-step"}>
            <h3 className="first-step-title">
              {href === null ? title : <a href={href}>{title}</a>}
              {isDone && <span className="first-step-tick">{say("queue.steps.done")}</span>}
            </h3>
            {!isDone && <p>{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
