import { daysText, momentText, type OrderReader, reasonText } from "./desk-order-view.ts";

/** One word of the ledger. `parcel`: the number of the parcel it is about; null for the whole order. */
export type LedgerWord = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly saidBy: "checkout" | "rule" | "carrier" | "merchant" | "learned";
  readonly saidAt: string;
  readonly reason: string | null;
  readonly parcel: number | null;
  readonly carrier: string;
};

type PromiseCardProps = {
  readonly about: OrderReader;
  readonly words: readonly LedgerWord[];
  readonly parcels: number;
};

/** What was promised, each change of it, who said it and why: the newest first. */
export function PromiseCard({ about, words, parcels }: PromiseCardProps) {
  const { say } = about;
  return (
    <section className="card" aria-labelledby="promised">
      <h2 id="promised" className="card-heading">
        {say("orders.promise.title")}
      </h2>
      {words.length === 0 && <p className="text-muted">{say("orders.promise.none")}</p>}
      <ol className="ledger">
        {words
          .toSorted((a, b) => b.saidAt.localeCompare(a.saidAt))
          .map((word) => (
            <li key={JSON.stringify(word)}>
              <p>{say(`orders.promise.${word.saidBy}`, { window: daysText(word, about) })}</p>
              <p className="ledger-when">
                {[momentText(word.saidAt, about), ...asides(word, about, parcels)].join(" · ")}
              </p>
            </li>
          ))}
      </ol>
    </section>
  );
}

function asides({ reason, carrier, parcel }: LedgerWord, about: OrderReader, parcels: number): readonly string[] {
  const { say } = about;
  const why = reasonText(reason, about, carrier);
  return [
    ...(parcel === null || parcels === 1 ? [] : [say("orders.promise.about", { number: parcel })]),
    ...(why === null ? [] : [say("orders.promise.because", { reason: why })]),
  ];
}
