import type { ReactNode } from "react";
import { RoomHead } from "#components/admin/room-head.tsx";
import { Said } from "#components/ui/said.tsx";
import type { Ground } from "./lines/ground.ts";
import type { RuleGroup } from "./lines/rule-lines.ts";
import { RuleConflict } from "./rule-conflict.tsx";
import { RuleHistory, type ToldChange } from "./rule-history.tsx";
import { type Tried, TriedResult } from "./tried-result.tsx";
import { TryButton } from "./try-button.tsx";

export type RuleFormPageProps = {
  readonly ground: Ground;
  readonly shop: string;
  readonly group: RuleGroup;
  readonly kind: string;
  readonly paths: { readonly rules: string; readonly change: string; readonly restore: string };
  readonly base: string;
  readonly version: number;
  /** Something was typed that does not hold yet. */
  readonly isDraft: boolean;
  /** What the form says as it stands; empty while something is wrong with it. */
  readonly lines: readonly string[];
  readonly problemCount: number;
  readonly said: "saved" | "undone" | "restored" | "discarded" | null;
  readonly trouble: "moved" | "busy" | "wrong" | null;
  /** The version that can be taken back. */
  readonly undo: number | null;
  readonly meanwhile: { readonly base: string; readonly changes: readonly ToldChange[] } | null;
  readonly tried: Tried | null;
  readonly history: readonly ToldChange[];
  readonly children: ReactNode;
};

/** One group of rules as a form of sentences, what it says, and what it would have done. */
export function RuleFormPage(props: RuleFormPageProps) {
  const { ground, shop, group, paths, problemCount, meanwhile, tried } = props;
  const { say } = ground;
  const title = say(`rules.form.${group}.title`);
  return (
    <>
      <p className="room-back">
        <a href={paths.rules}>{say("rules.back")}</a>
      </p>
      <RoomHead say={say} title={title} shop={shop} heading={title} lead={say(`rules.form.${group}.lead`)} />
      <Told {...props} />
      {problemCount > 0 && <Said text={say("rules.problem.heading", { count: problemCount })} isTrouble />}
      <form className="rule-form" method="post" action={paths.change} noValidate>
        {/* What Enter presses: it keeps what was typed and says it in words. */}
        <button className="sr-only" type="submit" name="do" value="keep" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="group" value={group} />
        <input type="hidden" name="base" value={props.base} />
        <input type="hidden" name="version" value={props.version} />
        {meanwhile !== null && <RuleConflict ground={ground} meanwhile={meanwhile} />}
        {props.children}
        <Says {...props} />
        <div className="rule-buttons">
          <button className="button" type="submit" name="do" value="save">
            {say("rules.act.save")}
          </button>
          <TryButton
            text={say("rules.act.try")}
            working={say("rules.tried.working")}
            progress={say("rules.tried.progress", { done: "{done}", of: "{of}" })}
          />
          {props.isDraft && (
            <button className="text-button" type="submit" name="do" value="discard">
              {say("rules.act.discard")}
            </button>
          )}
        </div>
      </form>
      {tried !== null && <TriedResult ground={ground} tried={tried} group={group} />}
      <RuleHistory ground={ground} kind={props.kind} group={group} action={paths.restore} changes={props.history} />
    </>
  );
}

/** What came of the last step, and the way back from it. */
function Told({ ground: { say }, said, trouble, undo, kind, group, paths, isDraft }: RuleFormPageProps) {
  return (
    <>
      {trouble !== null && (
        <Said text={trouble === "moved" ? say("rules.said.moved") : say(`rules.tried.${trouble}`)} isTrouble />
      )}
      {said !== null && (
        <div className="rule-said">
          <Said text={say(`rules.said.${said}`)} />
          {undo !== null && (
            <form method="post" action={paths.restore}>
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="group" value={group} />
              <input type="hidden" name="version" value={undo} />
              <button className="button button-quiet" type="submit" name="do" value="undo">
                {say("rules.act.undo")}
              </button>
            </form>
          )}
        </div>
      )}
      {said === null && isDraft && <p className="rule-draft">{say("rules.said.draft")}</p>}
    </>
  );
}

function Says({ ground: { say }, lines }: RuleFormPageProps) {
  if (lines.length === 0) return null;
  return (
    <section className="rule-says" aria-label={say("rules.says")}>
      <p className="rule-part">{say("rules.says")}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
