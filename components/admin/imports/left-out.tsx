import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { reasonWords } from "./reason-words.ts";

/** A row with a problem, and what was left out for it. */
export type LeftOutRow = {
  readonly line: number;
  readonly leftOut: string;
  readonly problems: readonly { readonly column: string | null; readonly reason: string }[];
};

type LeftOutProps = {
  readonly say: DeskSay;
  /** How many entries. */
  readonly count: number;
  readonly isDone: boolean;
  /** The first rows with a problem of their own. */
  readonly rows: readonly LeftOutRow[];
  /** Where the rows can be had as a file; null where it is gone. */
  readonly file: string | null;
  readonly keptDays: number;
};

/** What stays out and why, with a file to correct. */
export function LeftOut({ say, count, isDone, rows, file, keptDays }: LeftOutProps) {
  return (
    <section className="left-out" aria-labelledby="left">
      <h2 id="left" className="hint-heading">
        {say(isDone ? "imports.left.titleDone" : "imports.left.title", { count })}
      </h2>
      {file !== null && (
        <>
          <p>{say("imports.left.text")}</p>
          <p>
            <a className="button button-quiet" href={file} download>
              {say("imports.left.download")}
            </a>
          </p>
        </>
      )}
      <ul className="left-rows">
        {rows.map(({ line, leftOut, problems }) => (
          <li key={line}>
            <p className="left-line">
              {say("imports.left.line", { line })} <span className="quiet">{leftOut}</span>
            </p>
            {problems.map(({ column, reason }) => (
              <Problem key={`${column} ${reason}`} say={say} column={column} reason={reason} />
            ))}
          </li>
        ))}
      </ul>
      {file !== null && (
        <p className="quiet">
          {rows.length < count && `${say("imports.left.more")} `}
          {say("imports.left.kept", { days: keptDays })}
        </p>
      )}
    </section>
  );
}

function Problem({ say, column, reason }: { readonly say: DeskSay } & LeftOutRow["problems"][number]) {
  const { text, isOurs } = reasonWords(say, reason);
  return (
    <p>
      {column !== null && <strong>{column}: </strong>}
      <span lang={isOurs ? undefined : "en"}>{text}</span>
    </p>
  );
}
