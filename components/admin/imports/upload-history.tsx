import type { DeskFormat } from "#components/admin/desk-format.ts";
import { type DataColumn, DataTable } from "#components/ui/data-table.tsx";
import { Pager } from "#components/ui/pager.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { type UploadView, writtenOf } from "./upload-view.ts";

export type UploadHistoryProps = {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  /** Where the list is; a file's page stands below it. */
  readonly path: string;
  readonly uploads: readonly UploadView[];
  readonly isFirstPage: boolean;
  /** The last file of this page, where older ones follow. */
  readonly next: string | null;
};

/** Every file that was brought, newest first: what became of it, and who brought it. */
export function UploadHistory({ say, format, path, uploads, isFirstPage, next }: UploadHistoryProps) {
  const columns: readonly DataColumn[] = [
    { id: "file", title: say("imports.history.file") },
    { id: "kind", title: say("imports.history.kind"), isPlain: true },
    { id: "outcome", title: say("imports.history.outcome"), isPlain: true },
    { id: "by", title: say("imports.history.by") },
    { id: "when", title: say("imports.history.when"), isPlain: true },
  ];
  return (
    <section className="hint imports-history" aria-labelledby="history">
      <h2 id="history" className="hint-heading">
        {say("imports.history.title")}
      </h2>
      {uploads.length === 0 ? (
        <p className="quiet">{say("imports.history.none")}</p>
      ) : (
        <DataTable
          label={say("imports.history.title")}
          columns={columns}
          rows={uploads.map((upload) => ({
            key: upload.id,
            href: `${path}/${upload.id}`,
            isOpen: upload.state === "ready" || upload.state === "failed",
            cells: {
              file: upload.fileName,
              kind: upload.kind === null ? "" : say(`imports.kinds.${upload.kind}`),
              outcome: outcomeOf(say, upload),
              by: upload.createdByName ?? say("imports.history.gone"),
              when: format.moment(upload.createdAt),
            },
          }))}
        />
      )}
      <Pager
        label={say("imports.history.pages")}
        first={isFirstPage ? null : { href: path, text: say("imports.history.newest") }}
        next={next === null ? null : { href: `${path}?before=${next}`, text: say("imports.history.older") }}
      />
    </section>
  );
}

function outcomeOf(say: DeskSay, { state, imported }: UploadView): string {
  if (state === "arriving") return "";
  if (state !== "done" || imported === null) return say(`imports.outcome.${state === "done" ? "failed" : state}`);
  if (writtenOf(imported) + imported.rejected === 0) return say("imports.outcome.nothing");
  const counts = { new: imported.imported, changed: imported.updated };
  if (imported.rejected === 0) return say("imports.outcome.done", counts);
  return say("imports.outcome.doneLeft", { ...counts, left: imported.rejected });
}
