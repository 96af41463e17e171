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
  readonly sort: "newest" | "oldest";
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
  const { reader, shop, path, importPath, isGone, text, filters, sort, orders, nextBefore, isLater, hasAny } = props;
  const { say } = reader;
  const asked = queryOf(props);
  const columns = COLUMNS.map((id) => ({
    id,
    title: say(`orders.column.${id}`),
    isPlain: PLAIN.has(id),
    isWhole: WHOLE.has(id),
    isRoomy: id === "items",
    ...(id === "total" ? ({ align: "end" } as const) : {}),
    ...(id === "placed" ? { sort: turned(path, asked, sort) } : {}),
  }));
  const isNewest = sort === "newest";
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
          filters={[...filters, sortChoice(props)]}
          chosen={chosenOf(props, asked)}
          words={{ filters: say("orders.narrow"), button: say("orders.show") }}
        />
      ) : (
        <NoOrders say={say} importPath={importPath} />
      )}
      {hasAny && orders.length === 0 && <NothingFits say={say} text={text} path={path} />}
      {orders.length > 0 && (
        <DataTable
          label={say(isNewest ? "orders.list" : "orders.listOldest")}
          columns={columns}
          rows={orderRows(orders, path, reader)}
          keysHint={say("orders.keys")}
        />
      )}
      <Pager
        label={say("orders.pages")}
        first={isLater ? { href: hrefOf(path, asked), text: say(`orders.${sort}`) } : null}
        next={
          nextBefore === null
            ? null
            : {
                href: hrefOf(path, { ...asked, before: nextBefore }),
                text: say(isNewest ? "orders.older" : "orders.newer"),
              }
        }
      />
    </>
  );
}

type Asked = Readonly<Record<string, string>>;

/** What the address says; the list as it usually is, the newest first, says nothing of its order. */
function queryOf({ text, filters, sort }: Pick<OrdersPageProps, "text" | "filters" | "sort">): Asked {
  const named = Object.fromEntries(filters.map(({ name, value }) => [name, value]));
  return { q: text, ...named, sort: sort === "newest" ? "" : sort };
}

/** The list the other way round, from its beginning. */
function turned(path: string, asked: Asked, sort: "newest" | "oldest") {
  const isNewest = sort === "newest";
  return {
    href: hrefOf(path, { ...asked, sort: isNewest ? "oldest" : "" }),
    isSorted: isNewest ? ("desc" as const) : ("asc" as const),
  };
}

/** The same choice where a list is cards, which have no heads. */
function sortChoice({ reader, sort }: OrdersPageProps): Filter {
  const options = [
    { value: "", text: reader.say("orders.sort.newest") },
    { value: "oldest", text: reader.say("orders.sort.oldest") },
  ];
  return {
    name: "sort",
    label: reader.say("orders.sort.label"),
    value: sort === "newest" ? "" : sort,
    options,
    isInHeads: true,
  };
}

function hrefOf(path: string, query: Asked): string {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled)}`;
}

/** What is asked for, each with the list without it. */
function chosenOf({ reader, path, text, filters }: OrdersPageProps, asked: Asked) {
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
