import { CopyButton } from "#components/ui/copy-button.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { Known, KnownLine, KnownParcel } from "#lib/desk/queue/views.ts";

/** The shopper's own page: `url` is null while its link is revoked. */
export type ShopperPage = { readonly url: string | null };

type KnownProps = {
  readonly say: DeskSay;
  readonly known: Known;
  /** Null where the thing is about no order. */
  readonly shopperPage: ShopperPage | null;
};

/** What is known: the order and its parcels, the shopper, what was chosen, told and given. */
export function TodoKnown({ say, known, shopperPage }: KnownProps) {
  const { orderTitle, orderHref, orderLines, items, parcels, shopper, choices, told, given } = known;
  return (
    <section className="known" aria-labelledby="known">
      <h2 id="known" className="hint-heading">
        {say("queue.context.heading")}
      </h2>
      <div className="known-parts">
        {parcels.map((parcel) => (
          <Parcel key={parcel.id} say={say} parcel={parcel} />
        ))}
        <Part title={say("queue.context.shopper")} lines={shopper} />
        {orderTitle !== null && (
          <section className="known-part">
            <h3 className="part-heading">{orderTitle}</h3>
            <Lines lines={orderLines} />
            {items.length > 0 && <p className="part-items">{items.join(" · ")}</p>}
            {orderHref !== null && (
              <p>
                <a className="part-link" href={orderHref}>
                  {say("queue.context.toOrder")}
                </a>
              </p>
            )}
            {shopperPage !== null && <CopyLink say={say} url={shopperPage.url} />}
          </section>
        )}
        <Part title={say("queue.context.choices")} lines={choices} />
        <Part title={say("queue.context.given")} lines={given} />
        {orderTitle !== null && (
          <Part title={say("queue.context.told")} lines={told} empty={say("queue.context.nothingTold")} />
        )}
      </div>
    </section>
  );
}

/** Copied, not opened: who opens it here would be counted as the shopper who looked. */
function CopyLink({ say, url }: { readonly say: DeskSay; readonly url: string | null }) {
  if (url === null) return <p className="part-quiet">{say("queue.context.linkRevoked")}</p>;
  return (
    <p>
      <CopyButton text={url} label={say("queue.context.copyLink")} done={say("orders.one.copied")} />
    </p>
  );
}

type PartProps = { readonly title: string; readonly lines: readonly KnownLine[]; readonly empty?: string };

function Part({ title, lines, empty }: PartProps) {
  if (lines.length === 0 && empty === undefined) return null;
  return (
    <section className="known-part">
      <h3 className="part-heading">{title}</h3>
      {lines.length === 0 ? <p className="part-quiet">{empty}</p> : <Lines lines={lines} />}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly KnownLine[] }) {
  return (
    <ul className="part-lines">
      {lines.map(({ key, title, text, quote }) => (
        <li key={key}>
          <span className="known-title">{title}</span>
          {text !== "" && <span className="part-quiet">{text}</span>}
          {quote !== null && (
            <blockquote className="do-quote" dir="auto">
              {quote}
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}

function Parcel({ say, parcel }: { readonly say: DeskSay; readonly parcel: KnownParcel }) {
  const { title, number, status, expected, scans } = parcel;
  return (
    <section className="known-part part-parcel">
      <h3 className="part-heading">{title}</h3>
      <p className="known-title">
        {status}
        {expected !== null && <span className="part-quiet"> {expected}</span>}
      </p>
      <p className="part-quiet" dir="ltr">
        {number}
      </p>
      {scans.length === 0 ? (
        <p className="part-quiet">{say("queue.context.noScan")}</p>
      ) : (
        <ol className="scans">
          {scans.map(({ key, when, where, text }) => (
            <li key={key}>
              <span className="scan-when">{when}</span>
              <span>
                {where !== "" && <span className="known-title">{where}</span>}{" "}
                <span className="part-quiet">{text}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
