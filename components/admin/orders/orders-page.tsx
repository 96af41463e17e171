import { RoomHead } from "#components/admin/room-head.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { type Filter, FilterBar } from "#components/ui/filter-bar.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Said } from "#components/ui/said.tsx";
import { NoOrders, NothingFits } from "./no-orders.tsx";
import { type OrderRow, orderRows, type RowReader } from "./order-rows.tsx";

type OrdersPageProps = {
  readonly reader: RowReader;
  readonly shop: string;
  readonly path: string;
  /** Where files come in; null where this person may not bring any. */
  readonly importPath: string | null;
  /** The order that somebody asked for is not there. */
  readonly isGone: boolean;
  readonly text: string;
  readonly filters: readonly Filter[];
  readonly orders: readonly OrderRow[];
  /** Where the list goes on; null on its last page. */
  readonly nextBefore: string | null;
  /** Not the list's beginning. */
  readonly isLater: boolean;
  /** The shop has orders at all. */
  readonly hasAny: boolean;
};

const COLUMNS = ["order", "shopper", "items", "parcels", "placed", "due", "total"] as const;
/** Numbers and days, which stay in one line. */
const WHOLE: ReadonlySet<string> = new Set(["order", "placed", "due", "total"]);
/** What a card on a phone says without its title. */
const PLAIN: ReadonlySet<string> = new Set(["shopper", "items", "parcels", "total"]);

/** The orders of a shop: found by anything, narrowed down, page by page. */
export function OrdersPage(props: OrdersPageProps) {
  const { reader, shop, path, importPath, isGone, text, filters, orders, nextBefore, isLater, hasAny } = props;
  const { say } = reader;
  const asked = queryOf(text, filters);
  const columns = COLUMNS.map((id) => ({
    id,
    title: say(`orders.column.${id}`),
    isPlain: PLAIN.has(id),
    isWhole: WHOLE.has(id),
    ...(id === "total" ? ({ align: "end" } as const) : {}),
  }));
  return (
    <>
      <RoomHead
        say={say}
        title={say("orders.title")}
        shop={shop}
        heading={say("orders.title")}
        {...(hasAny ? { lead: say("orders.lead") } : {})}
      />
      {isGone && <Said text={say("orders.gone")} isTrouble />}
      {hasAny && importPath !== null && (
        <p className="room-way">
          <a className="quiet-link" href={importPath}>
            {say("orders.empty.import")}
          </a>
        </p>
      )}
      {hasAny ? (
        <FilterBar
          action={path}
          search={{ name: "q", label: say("orders.find"), hint: say("orders.findHint"), value: text }}
          filters={filters}
          chosen={chosenOf(props, asked)}
          words={{ filters: say("orders.narrow"), button: say("orders.show") }}
        />
      ) : (
        <NoOrders say={say} importPath={importPath} />
      )}
      {hasAny && orders.length === 0 && <NothingFits say={say} text={text} path={path} />}
      {orders.length > 0 && (
        <DataTable
          label={say("orders.list")}
          columns={columns}
          rows={orderRows(orders, path, reader)}
          keysHint={say("orders.keys")}
        />
      )}
      <Pager
        label={say("orders.pages")}
        first={isLater ? { href: hrefOf(path, asked), text: say("orders.newest") } : null}
        next={
          nextBefore === null
            ? null
            : { href: hrefOf(path, { ...asked, before: nextBefore }), text: say("orders.older") }
        }
      />
    </>
  );
}

function queryOf(text: string, filters: readonly Filter[]): Readonly<Record<string, string>> {
  return { q: text, ...Object.fromEntries(filters.map(({ name, value }) => [name, value])) };
}

function hrefOf(path: string, query: Readonly<Record<string, string>>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled)}`;
}

/** What is asked for, each with the list without it. */
function chosenOf({ reader, path, text, filters }: OrdersPageProps, asked: Readonly<Record<string, string>>) {
  const named = filters.flatMap(({ name, label, value, options }) => {
    const option = options.find((each) => each.value === value);
    return value === "" || option === undefined ? [] : [{ name, text: `${label}: ${option.text}` }];
  });
  const all = text === "" ? named : [{ name: "q", text: `“${text}”` }, ...named];
  return all.map(({ name, text: filter }) => ({
    text: filter,
    without: hrefOf(path, { ...asked, [name]: "" }),
    label: reader.say("orders.without", { filter }),
  }));
}
