import { RoomHead } from "#components/admin/room-head.tsx";
import { Said } from "#components/ui/said.tsx";
import { type Ground, moment } from "./lines/ground.ts";
import type { RuleGroup } from "./lines/rule-lines.ts";

export type GroupFace = {
  readonly group: RuleGroup;
  readonly href: string;
  /** What it does, in words. */
  readonly lines: readonly string[];
  readonly hasDraft: boolean;
  readonly isUnreadable: boolean;
  /** The newest change of its kind; null where it is as it comes. */
  readonly changed: { readonly who: string | null; readonly at: string } | null;
};

type RulesPageProps = {
  readonly ground: Ground;
  readonly shop: string;
  readonly groups: readonly GroupFace[];
  readonly trouble: "gone" | null;
};

/** What the shop does by itself: each group of rules as it reads, and the way to change it. */
export function RulesPage({ ground, shop, groups, trouble }: RulesPageProps) {
  const { say } = ground;
  return (
    <>
      <RoomHead
        say={say}
        title={say("rules.title")}
        shop={shop}
        heading={say("rules.heading")}
        lead={say("rules.lead")}
      />
      {trouble !== null && <Said text={say("rules.said.moved")} isTrouble />}
      <div className="rule-groups">
        {groups.map((face) => (
          <Group key={face.group} ground={ground} face={face} />
        ))}
      </div>
    </>
  );
}

const MOST_LINES = 12;

function Group({ ground, face }: { readonly ground: Ground; readonly face: GroupFace }) {
  const { say } = ground;
  const { group, href, lines, changed } = face;
  const title = say(`rules.form.${group}.title`);
  const who = changed?.who ?? say("rules.history.gone");
  return (
    <section className="rule-group" aria-labelledby={`group-${group}`}>
      <div className="rule-group-head">
        <h2 id={`group-${group}`}>{title}</h2>
        <a className="button button-quiet" href={href} aria-label={`${say("rules.change")}: ${title}`}>
          {say("rules.change")}
        </a>
      </div>
      <div className="rule-group-lines">
        {lines.slice(0, MOST_LINES).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {lines.length > MOST_LINES && <p>…</p>}
      </div>
      {face.isUnreadable && <p className="field-error">{say("rules.unreadable")}</p>}
      {face.hasDraft && <p className="rule-draft">{say("rules.unsaved")}</p>}
      <p className="field-hint">
        {changed === null ? say("rules.shipped") : say("rules.changedBy", { who, when: moment(ground, changed.at) })}
      </p>
    </section>
  );
}
