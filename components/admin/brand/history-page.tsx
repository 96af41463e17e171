import { RoomHead } from "#components/admin/room-head.tsx";
import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { TwoLooks, type TwoLooksProps } from "./two-looks.tsx";

type Version = {
  readonly version: number;
  readonly isLive: boolean;
  readonly isSeen: boolean;
  readonly href: string;
  /** When it was published and by whom. */
  readonly by: string;
};

type HistoryPageProps = {
  readonly say: DeskSay;
  readonly shop: string;
  readonly base: string;
  readonly problem: string | null;
  /** Where a draft that was thrown away is taken back; null where there is none. */
  readonly resume: string | null;
  readonly versions: readonly Version[];
  readonly older: string | null;
  readonly newest: string | null;
  /** The page in the version that is looked at; null where there is none yet. */
  readonly looks: TwoLooksProps | null;
};

/** Every version that shoppers have seen, a look at each, and the way back to it. */
export function HistoryPage({ say, shop, base, problem, resume, versions, older, newest, looks }: HistoryPageProps) {
  return (
    <div className="brand-room">
      <RoomHead
        say={say}
        title={say("brand.past.title")}
        shop={shop}
        heading={say("brand.past.title")}
        lead={say("brand.past.lead")}
      />
      {problem !== null && <Said text={problem} isTrouble />}
      <p className="brand-back">
        <a href={base}>{say("brand.changes.back")}</a>
      </p>
      {resume !== null && (
        <form method="post" action={resume} className="brand-said">
          <p>{say("brand.past.discarded")}</p>
          <button type="submit" name="take" value="back" className="button button-quiet">
            {say("brand.resume")}
          </button>
        </form>
      )}
      {versions.length === 0 && (
        <div className="hint">
          <h2 className="hint-heading">{say("brand.past.none")}</h2>
          <p>{say("brand.past.noneText")}</p>
        </div>
      )}
      <div className="brand-past">
        <ol className="brand-versions">
          {versions.map((version) => (
            <VersionRow key={version.version} say={say} base={base} version={version} />
          ))}
        </ol>
        {looks !== null && <TwoLooks key={looks.looks[0]?.look} {...looks} />}
      </div>
      <p className="brand-past-ways">
        {newest !== null && <a href={newest}>{say("brand.past.newest")}</a>}
        {older !== null && <a href={older}>{say("brand.past.older")}</a>}
      </p>
    </div>
  );
}

function VersionRow({ say, base, version: { version, isLive, isSeen, href, by } }: VersionRowProps) {
  const name = say("brand.past.version", { version });
  return (
    <li className="brand-version" data-seen={isSeen ? "" : undefined}>
      <p>
        <b>{name}</b>
        {isLive && <span className="person-tag">{say("brand.past.live")}</span>}
      </p>
      <p className="field-hint">{by}</p>
      <div className="brand-version-ways">
        <a
          className="brand-quiet"
          href={href}
          aria-current={isSeen ? "true" : undefined}
          aria-label={`${say("brand.past.see")}: ${name}`}
        >
          {say("brand.past.see")}
        </a>
        {!isLive && (
          <form method="post" action={`${base}/restore`}>
            <input type="hidden" name="version" value={version} />
            <button type="submit" className="brand-quiet" aria-label={`${say("brand.past.restore")}: ${name}`}>
              {say("brand.past.restore")}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}

type VersionRowProps = { readonly say: DeskSay; readonly base: string; readonly version: Version };
