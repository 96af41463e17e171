import type { ReactNode } from "react";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { FigureName } from "#lib/promise/numbers/number-records.ts";

/** A figure's numbers as words: the first column names the row. */
export type FigureTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

type FigureProps = {
  readonly say: DeskSay;
  readonly id: FigureName;
  readonly title: string;
  /** Where its file is. */
  readonly csv: string;
  /** What the chart shows, in a sentence; null where there is nothing to show. */
  readonly summary: string | null;
  readonly about: string;
  readonly tables: readonly FigureTable[];
  /** Further sentences below the chart. */
  readonly notes?: readonly string[];
  readonly children: ReactNode;
};

/**
 * One number of the desk: its chart for the eye, the same as a sentence and as a table for everybody, and what exactly is
 * counted. Without anything to show it says so, and still says what would be counted.
 */
export function Figure({ say, id, title, csv, summary, about, tables, notes = [], children }: FigureProps) {
  return (
    <section className="figure" id={id} aria-labelledby={`${id}-title`}>
      <h3 className="figure-title" id={`${id}-title`}>
        {title}
      </h3>
      {summary === null ? (
        <p className="figure-nothing">{say("numbers.nothing")}</p>
      ) : (
        <figure className="figure-body">
          <div className="figure-chart" aria-hidden="true">
            {children}
          </div>
          <figcaption className="figure-summary">{summary}</figcaption>
        </figure>
      )}
      {notes.map((note) => (
        <p key={note} className="figure-note">
          {note}
        </p>
      ))}
      <div className="figure-more">
        {summary !== null && (
          <details className="figure-fold">
            <summary>
              {say("numbers.table")}
              <span className="sr-only">: {title}</span>
            </summary>
            {tables.map((table) => (
              <NumbersTable key={table.columns.join()} title={title} {...table} />
            ))}
          </details>
        )}
        <details className="figure-fold figure-about">
          <summary>
            {say("numbers.about")}
            <span className="sr-only">: {title}</span>
          </summary>
          <p>{about}</p>
        </details>
        <a className="figure-csv" href={csv} download>
          {say("numbers.csv")}
          <span className="sr-only">: {title}</span>
        </a>
      </div>
    </section>
  );
}

function NumbersTable({ title, columns, rows }: FigureTable & { readonly title: string }) {
  return (
    <table className="figure-table">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
