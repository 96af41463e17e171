import type { Ground } from "./lines/ground.ts";
import { byText, ChangeWords, type ToldChange } from "./rule-history.tsx";

type RuleConflictProps = {
  readonly ground: Ground;
  readonly meanwhile: { readonly base: string; readonly changes: readonly ToldChange[] };
};

/** Somebody else saved the same rules meanwhile: what they changed, and a choice. Within the form, so that nothing typed is lost. */
export function RuleConflict({ ground, meanwhile: { base, changes } }: RuleConflictProps) {
  const { say } = ground;
  const who = changes[0]?.who ?? say("rules.conflict.somebody");
  return (
    <section className="rule-conflict" aria-labelledby="conflict" role="alert">
      <h2 id="conflict" className="hint-heading">
        {say("rules.conflict.heading", { who })}
      </h2>
      <p>{say("rules.conflict.text")}</p>
      {changes.map((change) => (
        <div key={change.version}>
          <p className="history-by">{byText(ground, change)}</p>
          <ChangeWords ground={ground} change={change} />
        </div>
      ))}
      <div className="rule-buttons">
        <button className="button button-quiet" type="submit" name="do" value={`over:${base}`}>
          {say("rules.act.saveOver")}
        </button>
        <button className="button button-quiet" type="submit" name="do" value="discard">
          {say("rules.act.takeTheirs")}
        </button>
      </div>
    </section>
  );
}
