"use client";

import { rowSortingFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import { useRowKeys } from "./use-row-keys.ts";

/** A column. The first one names its row and carries the row's link. */
export type DataColumn = {
  readonly id: string;
  readonly title: string;
  /** Numbers stand at the end, so that their digits are under each other. */
  readonly align?: "end";
  /** A card on a phone says the value without its title, where the value speaks for itself. */
  readonly isPlain?: boolean;
  /** A number or a day, which is never broken into two lines. */
  readonly isWhole?: boolean;
  /** Sentences, which take what room there is: one long value elsewhere leaves them their third. */
  readonly isRoomy?: boolean;
  /** Where the list is in this order; only where an index serves it. */
  readonly sort?: { readonly href: string; readonly isSorted: "asc" | "desc" | false };
};

/** A row: where it leads, and what stands in each column. */
export type DataRow = {
  readonly key: string;
  readonly href: string;
  readonly cells: Readonly<Record<string, ReactNode>>;
  /** Somebody has to look. */
  readonly isOpen?: boolean;
};

type DataTableProps = {
  /** What the table lists, for ears. */
  readonly label: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** Says that j and k walk the rows. */
  readonly keysHint?: string;
};

const features = tableFeatures({ rowSortingFeature });

/**
 * A list whose order and pages the server makes. A row is one link; j and k walk the rows, Enter opens. Where it is narrow, each
 * row is a card.
 */
export function DataTable({ label, columns, rows, keysHint }: DataTableProps) {
  const body = useRowKeys<HTMLTableSectionElement>();
  const table = useTable({
    features,
    data: useMemo(() => [...rows], [rows]),
    columns: useMemo(() => columns.map(columnOf), [columns]),
    getRowId: (row: DataRow) => row.key,
    manualSorting: true,
    state: { sorting: useMemo(() => sortingOf(columns), [columns]) },
  });
  const about = new Map(columns.map((column) => [column.id, column]));
  return (
    <div className="datatable-place">
      <table className="datatable">
        <caption className="sr-only">{label}</caption>
        <thead className="sr-only desk:not-sr-only">
          <tr>
            {table.getFlatHeaders().map((header) => (
              <th
                key={header.id}
                scope="col"
                data-align={about.get(header.id)?.align}
                aria-sort={SORTS[header.column.getIsSorted() || "none"]}
              >
                <HeadOf column={about.get(header.id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className={row.original.isOpen ? "datatable-row datatable-row-open" : "datatable-row"}>
              {row.getAllCells().map((cell, nth) => (
                <CellOf key={cell.id} row={row.original} column={about.get(cell.column.id)} isFirst={nth === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {keysHint !== undefined && <p className="datatable-keys">{keysHint}</p>}
    </div>
  );
}

const SORTS = { asc: "ascending", desc: "descending", none: undefined } as const;

function columnOf({ id, title, sort }: DataColumn) {
  return { id, header: title, enableSorting: sort !== undefined, accessorFn: (row: DataRow) => row.cells[id] };
}

function sortingOf(columns: readonly DataColumn[]) {
  return columns.flatMap(({ id, sort }) =>
    sort === undefined || sort.isSorted === false ? [] : [{ id, desc: sort.isSorted === "desc" }],
  );
}

function HeadOf({ column }: { readonly column: DataColumn | undefined }) {
  if (column?.sort === undefined) return <>{column?.title}</>;
  // A card shows no heads: the link would have the focus where nobody sees it, and only the name stays.
  return (
    <>
      <span className="desk:hidden">{column.title}</span>
      <a className="datatable-sort" href={column.sort.href} data-sorted={column.sort.isSorted || undefined}>
        {column.title}
      </a>
    </>
  );
}

type CellProps = { readonly row: DataRow; readonly column: DataColumn | undefined; readonly isFirst: boolean };

function CellOf({ row, column, isFirst }: CellProps) {
  if (column === undefined) return null;
  const value = row.cells[column.id];
  if (isFirst) {
    return (
      <th scope="row" className={column.isWhole === true ? "datatable-name datatable-whole" : "datatable-name"}>
        <a className="datatable-link" href={row.href} data-row="">
          {value}
        </a>
      </th>
    );
  }
  return (
    <td
      className={classOf(column)}
      data-align={column.align}
      data-title={column.isPlain === true ? undefined : column.title}
    >
      {value}
    </td>
  );
}

function classOf({ isWhole = false, isRoomy = false }: DataColumn): string | undefined {
  if (isRoomy) return "datatable-roomy";
  return isWhole ? "datatable-whole" : undefined;
}
