import type { ReactNode } from "react";
import type { DataRow } from "#components/ui/data-table.tsx";
import { amountText } from "#lib/brand/languages/amounts.ts";
import { dayText } from "#lib/brand/languages/dates.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import { dayOfInstant } from "#lib/tracking/page/local-times.ts";
import type { Status } from "#lib/tracking/status.ts";
import { StateWord } from "./state-word.tsx";

/** One order of the list. Instants are ISO, days `YYYY-MM-DD`. */
export type OrderRow = {
  readonly id: string;
  readonly number: string;
  readonly placedAt: string;
  readonly isCancelled: boolean;
  readonly shopper: string | null;
  readonly totalMinor: number;
  readonly currency: string;
  readonly title: string | null;
  readonly lines: number;
  readonly parcels: readonly { readonly carrier: string; readonly status: Status; readonly toDay: string | null }[];
  readonly promisedTo: string | null;
  readonly trouble: "at_risk" | "late" | "stuck" | "lost" | null;
  readonly isWaiting: boolean;
  readonly by: readonly ("number" | "name" | "email" | "tracking" | "product")[];
};

export type RowReader = {
  readonly say: DeskSay;
  readonly voice: Voice;
  /** The shop's, and the day that it is there. */
  readonly zone: string;
  readonly today: string;
};

/** What the list shows of each order. */
export function orderRows(orders: readonly OrderRow[], path: string, reader: RowReader): readonly DataRow[] {
  const { say, voice, zone, today } = reader;
  const day = (iso: string) => dayText(iso, voice.language, { today, style: "short" });
  return orders.map((order) => ({
    key: order.id,
    href: `${path}/${order.id}`,
    isOpen: order.isWaiting || (order.trouble !== null && order.trouble !== "at_risk"),
    cells: {
      order: <NumberCell order={order} say={say} />,
      shopper: order.shopper ?? <span className="text-muted">{say("orders.nobody")}</span>,
      placed: day(dayOfInstant(order.placedAt, zone)),
      items: itemsText(order, say),
      parcels: <ParcelsCell order={order} say={say} />,
      due: dueDay(order) === null ? null : day(dueDay(order) ?? ""),
      total: amountText(order.totalMinor, order.currency, voice.language),
    },
  }));
}

type CellProps = { readonly order: OrderRow; readonly say: DeskSay };

function NumberCell({ order, say }: CellProps): ReactNode {
  return (
    <>
      <span className="order-number" dir="ltr">
        {order.number}
      </span>
      {order.by.length > 0 && (
        <span className="order-by">{order.by.map((kind) => say(`orders.foundBy.${kind}`)).join(", ")}</span>
      )}
    </>
  );
}

function itemsText({ title, lines }: OrderRow, say: DeskSay): string {
  if (title === null) return "";
  return lines > 1 ? say("orders.more", { title, count: lines - 1 }) : title;
}

/** What is said of the parcels: of one its state, of several how many are in which. */
function ParcelsCell({ order, say }: CellProps): ReactNode {
  const { parcels, isCancelled, trouble, isWaiting } = order;
  return (
    <span className="order-states">
      {parcels.length === 0 && (
        <span className="state state-quiet">{say(isCancelled ? "orders.cancelled" : "orders.unsent")}</span>
      )}
      {statesOf(parcels).map(({ status, count, carriers }) => (
        <span key={status} className="order-state">
          {parcels.length > 1 && <span className="order-count">{count} ×</span>}
          <StateWord say={say} status={status} />
          <span className="order-carrier">{carriers}</span>
        </span>
      ))}
      {trouble !== null && (
        <span className={trouble === "at_risk" ? "tag" : "tag tag-act"}>{say(`orders.trouble.${trouble}`)}</span>
      )}
      {isWaiting && <span className="tag tag-act">{say("orders.waits")}</span>}
    </span>
  );
}

function statesOf(parcels: OrderRow["parcels"]) {
  return [...Map.groupBy(parcels, ({ status }) => status)].map(([status, same]) => ({
    status,
    count: same.length,
    carriers: [...new Set(same.map(({ carrier }) => carrierName(carrier)))].join(", "),
  }));
}

const OVER: ReadonlySet<Status> = new Set(["delivered", "returned", "cancelled", "lost"]);

/** The last day of what is still to come; null once nothing is, or where nobody said one. */
function dueDay({ parcels, promisedTo, isCancelled }: OrderRow): string | null {
  const open = parcels.filter(({ status }) => !OVER.has(status));
  if (isCancelled || (parcels.length > 0 && open.length === 0)) return null;
  return (
    open
      .flatMap(({ toDay }) => toDay ?? [])
      .sort()
      .at(-1) ?? promisedTo
  );
}
