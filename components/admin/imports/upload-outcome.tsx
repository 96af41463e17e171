import type { DeskFormat } from "#components/admin/desk-format.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { FILE_PROBLEMS, type UploadCounts, type UploadView, writtenOf } from "./upload-view.ts";

type StageProps = { readonly say: DeskSay; readonly upload: UploadView };

/** A file that was looked through: what bringing it in would do, and the button that does. */
export function Ready({ say, upload, path }: StageProps & { readonly path: string }) {
  const counts = upload.checked ?? { imported: 0, updated: 0, unchanged: 0, rejected: 0 };
  const count = writtenOf(counts);
  const isAllLeft = count === 0 && counts.unchanged === 0 && counts.rejected > 0;
  return (
    <section className="stage" aria-labelledby="now">
      <h2 id="now" className="stage-heading">
        {count === 0
          ? say("imports.ready.headingNone")
          : say("imports.ready.heading", { entries: entriesOf(say, upload, count) })}
      </h2>
      {count === 0 && <p>{say(isAllLeft ? "imports.ready.allLeft" : "imports.ready.nothing")}</p>}
      <div className="stage-ways">
        {count > 0 && (
          <form method="post" action={`${path}/start`}>
            <button type="submit" className="button">
              {counts.rejected === 0
                ? say("imports.ready.button", { count })
                : say("imports.ready.buttonLeft", { count, left: counts.rejected })}
            </button>
          </form>
        )}
        <form method="post" action={`${path}/drop`}>
          <input type="hidden" name="do" value="drop" />
          <button type="submit" className="button button-quiet">
            {say("imports.ready.drop")}
          </button>
        </form>
      </div>
    </section>
  );
}

/** What an import did, or would do, in four figures. */
export function Counts({
  say,
  format,
  counts,
  isDone,
}: {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  readonly counts: UploadCounts;
  readonly isDone: boolean;
}) {
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" className="sr-only">
        {say(isDone ? "imports.countsDone" : "imports.counts.title")}
      </h2>
      <dl className="counts">
        {(["imported", "updated", "unchanged", "rejected"] as const).map((key) => (
          <div key={key} className={key === "rejected" && counts.rejected > 0 ? "count count-open" : "count"}>
            <dt>{say(`imports.counts.${key}`)}</dt>
            <dd>{format.number(counts[key])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A file that cannot be read at all: why, and what its first line says. */
export function Refused({ say, upload, list }: StageProps & { readonly list: string }) {
  const code = FILE_PROBLEMS.find((one) => one === upload.problem?.code) ?? "trouble";
  const columns = upload.problem?.columns ?? [];
  const header = (upload.header ?? []).filter((name) => name !== "");
  const isAboutColumns = code === "unknown" || code === "columns";
  return (
    <section className="stage" aria-labelledby="now">
      <h2 id="now" className="stage-heading">
        {say("imports.refused.heading")}
      </h2>
      <p>{say(`imports.fileProblem.${code}`, { count: columns.length, columns: columns.join(", ") })}</p>
      {isAboutColumns && header.length > 0 && (
        <p className="guide-columns">{say("imports.firstLine", { columns: header.join(" · ") })}</p>
      )}
      <p>
        <a className="button button-quiet" href={list}>
          {say("imports.refused.another")}
        </a>
      </p>
    </section>
  );
}

/** A run that failed on our side: it can be tried again. */
export function Failed({ say, upload, path }: StageProps & { readonly path: string }) {
  const isImport = upload.checked !== null;
  return (
    <section className="stage" aria-labelledby="now">
      <h2 id="now" className="stage-heading">
        {say("imports.failed.heading")}
      </h2>
      <p>{say("imports.failed.text")}</p>
      {!upload.isForgotten && (
        <form method="post" action={isImport ? `${path}/start` : `${path}/kind`}>
          {!isImport && <input type="hidden" name="kind" value={upload.kind ?? ""} />}
          <button type="submit" className="button">
            {say("imports.failed.again")}
          </button>
        </form>
      )}
    </section>
  );
}

/** A file that is in. */
export function Done({ say, upload, orders, list }: StageProps & { readonly orders: string; readonly list: string }) {
  const count = upload.imported === null ? 0 : writtenOf(upload.imported);
  return (
    <section className="stage" aria-labelledby="now">
      <h2 id="now" className="stage-heading">
        {count === 0
          ? say("imports.done.headingNone")
          : say("imports.done.heading", { entries: entriesOf(say, upload, count) })}
      </h2>
      {upload.kind === "shipments" && count > 0 && <p>{say("imports.done.text")}</p>}
      {upload.startedByName !== null && (
        <p className="quiet">{say("imports.startedBy", { name: upload.startedByName })}</p>
      )}
      <div className="stage-ways">
        <a className="button" href={orders}>
          {say("imports.done.orders")}
        </a>
        <a className="button button-quiet" href={list}>
          {say("imports.done.another")}
        </a>
      </div>
    </section>
  );
}

function entriesOf(say: DeskSay, { kind }: UploadView, count: number): string {
  return kind === null ? String(count) : say(`imports.entries.${kind}`, { count });
}
