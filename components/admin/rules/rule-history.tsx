import { type Ground, moment } from "./lines/ground.ts";

/** A change of rules in words. */
export type ToldChange = {
  readonly version: number;
  /** As PostgreSQL writes an instant. */
  readonly at: string;
  /** Null for somebody who has left. */
  readonly who: string | null;
  readonly was: readonly string[];
  readonly is: readonly string[];
  readonly canRestore: boolean;
};

type RuleHistoryProps = {
  readonly ground: Ground;
  readonly kind: string;
  readonly group: string;
  readonly action: string;
  readonly changes: readonly ToldChange[];
};

/** Who changed what and when, newest first, and the way back to each. */
export function RuleHistory({ ground, kind, group, action, changes }: RuleHistoryProps) {
  const { say } = ground;
  return (
    <details className="rule-history">
      <summary>{say("rules.history.heading")}</summary>
      {changes.length === 0 && <p className="field-hint">{say("rules.history.none")}</p>}
      <ol className="history">
        {changes.map((change) => (
          <li key={change.version}>
            <p className="history-by">{byText(ground, change)}</p>
            <ChangeWords ground={ground} change={change} />
            {change.canRestore && (
              <form method="post" action={action}>
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="group" value={group} />
                <input type="hidden" name="version" value={change.version} />
                <button className="text-button" type="submit" name="do" value="restore">
                  {say("rules.act.restore")}
                  <span className="sr-only"> {say("rules.history.version", { version: change.version })}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

export function byText(ground: Ground, { who, at }: Pick<ToldChange, "who" | "at">): string {
  return ground.say("rules.history.by", { who: who ?? ground.say("rules.history.gone"), when: moment(ground, at) });
}

export function ChangeWords({
  ground: { say },
  change: { was, is },
}: {
  readonly ground: Ground;
  readonly change: Pick<ToldChange, "was" | "is">;
}) {
  if (was.length + is.length === 0) return <p className="field-hint">{say("rules.history.same")}</p>;
  const parts = [
    { name: say("rules.history.was"), lines: was, kind: "was" },
    { name: say("rules.history.is"), lines: is, kind: "is" },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <dl className="change-words">
      {parts.map(({ name, lines, kind }) => (
        <div key={kind} className={`change-${kind}`}>
          <dt>{name}</dt>
          {lines.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
