import { RoomHead } from "#components/admin/room-head.tsx";
import { Said } from "#components/ui/said.tsx";
import type { PartProblem } from "#lib/desk/brand/draft-view.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { TwoLooks, type TwoLooksProps } from "./two-looks.tsx";

/** One thing that becomes otherwise: where, from what to what, and who changed it. Colours are drawn beside their names. */
export type ToldChange = {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly colours: { readonly before: string | null; readonly after: string | null } | null;
  readonly by: string | null;
};

type ReviewPageProps = {
  readonly say: DeskSay;
  readonly shop: string;
  readonly base: string;
  readonly problem: string | null;
  readonly revision: number;
  readonly isOpen: boolean;
  readonly isFirst: boolean;
  /** What was published since the draft began; null where nothing was. */
  readonly behind: string | null;
  readonly changes: readonly ToldChange[];
  readonly problems: readonly (PartProblem & { readonly name: string })[];
  readonly looks: TwoLooksProps;
};

/** What a draft changes, in words, before it is published. */
export function ReviewPage({ say, shop, base, problem, changes, problems, looks, ...draft }: ReviewPageProps) {
  const { revision, isOpen, isFirst, behind } = draft;
  return (
    <div className="brand-room">
      <RoomHead
        say={say}
        title={say("brand.changes.title")}
        shop={shop}
        heading={say("brand.changes.heading")}
        lead={say("brand.changes.lead")}
      />
      {problem !== null && <Said text={problem} isTrouble />}
      {behind !== null && <Said text={behind} isTrouble />}
      {isFirst && <p className="brand-note">{say("brand.changes.first")}</p>}
      {changes.length === 0 && !isFirst && <p className="brand-note">{say("brand.changes.none")}</p>}
      {problems.length > 0 && (
        <section className="brand-problems" aria-labelledby="brand-problems">
          <h2 id="brand-problems" className="brand-subheading">
            {say("brand.changes.problems")}
          </h2>
          <ul>
            {problems.map(({ path, name, text }) => (
              <li key={path}>
                <b>{name}</b> {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="brand-changes">
        {changes.map((change) => (
          <Change key={change.key} say={say} change={change} />
        ))}
      </ul>
      <div className="brand-review-ways">
        {isOpen && problems.length === 0 && (
          <form method="post" action={`${base}/publish`}>
            <input type="hidden" name="revision" value={revision} />
            <button type="submit" className="button">
              {say("brand.changes.publish")}
            </button>
          </form>
        )}
        <a className="button button-quiet" href={base}>
          {say("brand.changes.back")}
        </a>
      </div>
      <TwoLooks {...looks} />
    </div>
  );
}

function Change({ say, change }: { readonly say: DeskSay; readonly change: ToldChange }) {
  const { name, before, after, colours, by } = change;
  return (
    <li className="brand-change">
      <b className="brand-change-name">{name}</b>
      <span>
        {colours !== null && (
          <span className="brand-advice-pair" aria-hidden="true">
            {colours.before !== null && <i style={{ background: colours.before }} />}
            {colours.after !== null && <i style={{ background: colours.after }} />}
          </span>
        )}
        <bdi>{say("brand.changes.fromTo", { before, after })}</bdi>
      </span>
      {by !== null && <span className="field-hint">{by}</span>}
    </li>
  );
}
