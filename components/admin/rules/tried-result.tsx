import { REMEDIES } from "#lib/promise/remedy/remedy.ts";
import type { Compared, KeptSum, Sample, ToldSum } from "#lib/promise/tried.ts";
import { ROW_REASONS } from "#lib/recommend/gate/reasons.ts";
import type { ShownSum } from "#lib/recommend/measure/shown-sum.ts";
import { type Ground, money, percent, wholeNumber } from "./lines/ground.ts";
import type { RuleGroup } from "./lines/rule-lines.ts";

/** What the last 90 days would have been with other rules, with those that hold, and what they were. */
export type Tried = Sample &
  (
    | ({ readonly kind: "delay" } & Compared<ToldSum>)
    | ({ readonly kind: "promise" } & Compared<KeptSum>)
    | ({ readonly kind: "recommend" } & Compared<ShownSum>)
  );

type Row = { readonly name: string; readonly values: readonly (string | null)[] };

/** The numbers first as a sentence, then side by side. */
export function TriedResult({
  ground,
  tried,
  group,
}: {
  readonly ground: Ground;
  readonly tried: Tried;
  readonly group: RuleGroup;
}) {
  const { say } = ground;
  const { looked, of, isCut } = tried;
  return (
    <section className="tried" id="tried" aria-labelledby="tried-heading" tabIndex={-1}>
      <h2 id="tried-heading" className="hint-heading">
        {say("rules.tried.heading")}
      </h2>
      {looked === 0 ? (
        <p>{say("rules.tried.nothing")}</p>
      ) : (
        <>
          <p className="tried-sentence">{sentenceOf(ground, tried)}</p>
          <TriedTable ground={ground} rows={rowsOf(ground, tried, group)} />
          <p className="field-hint">
            {[
              looked < of
                ? say("rules.tried.sample", { looked: wholeNumber(ground, looked), of: wholeNumber(ground, of) })
                : lookedAt(ground, tried),
              isCut ? say("rules.tried.late") : null,
              tried.kind === "delay" ? say("rules.tried.learned") : null,
            ]
              .filter((line) => line !== null)
              .join(" ")}
          </p>
        </>
      )}
    </section>
  );
}

function lookedAt({ say }: Ground, { kind, looked }: Tried): string | null {
  if (kind === "delay") return say("rules.tried.looked", { looked });
  return kind === "recommend" ? say("rules.tried.looks", { looked }) : null;
}

function TriedTable({ ground: { say }, rows }: { readonly ground: Ground; readonly rows: readonly Row[] }) {
  return (
    <div className="tried-scroll">
      <table className="tried-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{say("rules.tried.would")}</th>
            <th scope="col">{say("rules.tried.now")}</th>
            <th scope="col">{say("rules.tried.really")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, at) => (
                // Would, now, really: the columns stand still.
                <td key={String(at)}>{value ?? "–"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sentenceOf(ground: Ground, tried: Tried): string {
  const { say } = ground;
  switch (tried.kind) {
    case "delay":
      return say("rules.tried.sentence", {
        told: tried.would.told,
        cost: money(ground, tried.would.costMinor),
        nowTold: tried.now.told,
        nowCost: money(ground, tried.now.costMinor),
      });
    case "promise":
      return say("rules.tried.promiseSentence", {
        orders: tried.would.orders,
        share: keptShare(ground, tried.would) ?? "–",
        nowOrders: tried.now.orders,
        nowShare: keptShare(ground, tried.now) ?? "–",
      });
    case "recommend":
      return say("rules.tried.offerSentence", { shown: tried.would.shoppers, nowShown: tried.now.shoppers });
  }
}

function rowsOf(ground: Ground, tried: Tried, group: RuleGroup): readonly Row[] {
  switch (tried.kind) {
    case "delay":
      return toldRows(ground, tried, group);
    case "promise":
      return keptRows(ground, tried);
    case "recommend":
      return shownRows(ground, tried);
  }
}

function row<Sum>(name: string, sums: Compared<Sum>, value: (sum: Sum) => string | null): Row {
  return { name, values: [value(sums.would), value(sums.now), value(sums.really)] };
}

function toldRows(ground: Ground, sums: Compared<ToldSum>, group: RuleGroup): readonly Row[] {
  const { say } = ground;
  const count = (value: number | null) => (value === null ? null : wholeNumber(ground, value));
  return [
    row(say("rules.tried.told"), sums, ({ told }) => count(told)),
    row(say("rules.tried.sorry"), sums, ({ sorry }) => count(sorry)),
    row(say("rules.tried.gestures"), sums, ({ gestures }) => count(gestures)),
    row(say("rules.tried.cost"), sums, ({ costMinor }) => money(ground, costMinor)),
    ...(sums.would.short === 0 && sums.now.short === 0
      ? []
      : [row(say("rules.tried.short"), sums, ({ short }) => count(short))]),
    ...REMEDIES.filter(
      (remedy) => group === "remedies" && (sums.would.offered?.[remedy] ?? 0) + (sums.now.offered?.[remedy] ?? 0) > 0,
    ).map((remedy) =>
      row(say("rules.tried.offered", { remedy: say(`rules.remedies.list.${remedy}`) }), sums, ({ offered }) =>
        offered === null ? null : count(offered[remedy] ?? 0),
      ),
    ),
  ];
}

function keptShare(ground: Ground, { arrived, kept }: Pick<KeptSum, "arrived" | "kept">): string | null {
  return arrived === 0 ? null : percent(ground, kept / arrived);
}

function keptRows(ground: Ground, sums: Compared<KeptSum>): readonly Row[] {
  const { say } = ground;
  const rules = new Set([sums.would, sums.now, sums.really].flatMap(({ rules }) => rules.map(({ rule }) => rule)));
  return [
    row(say("rules.tried.orders"), sums, ({ orders }) => wholeNumber(ground, orders)),
    row(say("rules.tried.arrived"), sums, ({ arrived }) => wholeNumber(ground, arrived)),
    row(say("rules.tried.kept"), sums, ({ kept }) => wholeNumber(ground, kept)),
    row(say("rules.tried.keptShare"), sums, (sum) => keptShare(ground, sum)),
    ...[...rules].map((rule) =>
      row(rule ?? say("rules.tried.fromText"), sums, (sum) => {
        const found = sum.rules.find((each) => each.rule === rule);
        if (found === undefined) return null;
        return `${wholeNumber(ground, found.orders)} · ${keptShare(ground, found) ?? "–"}`;
      }),
    ),
  ];
}

function shownRows(ground: Ground, sums: Compared<ShownSum>): readonly Row[] {
  const { say } = ground;
  const reasons = [...ROW_REASONS, "nothing_left"] as const;
  return [
    row(say("rules.tried.shoppers"), sums, ({ shoppers }) => wholeNumber(ground, shoppers)),
    row(say("rules.tried.rows"), sums, ({ rows }) => wholeNumber(ground, rows)),
    row(say("rules.tried.products"), sums, ({ products }) => wholeNumber(ground, products)),
    ...reasons
      .filter((reason) => [sums.would, sums.now, sums.really].some(({ withheld }) => (withheld[reason] ?? 0) > 0))
      .map((reason) =>
        row(`${say("rules.tried.withheld")}: ${say(`rules.tried.reason.${reason}`)}`, sums, ({ withheld }) =>
          wholeNumber(ground, withheld[reason] ?? 0),
        ),
      ),
  ];
}
