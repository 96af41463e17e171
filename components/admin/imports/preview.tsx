import type { DeskFormat } from "#components/admin/desk-format.ts";
import { Choice } from "#components/ui/choice.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { Draft } from "#lib/orders/drafts.ts";
import type { ImportKind } from "#lib/orders/file-format.ts";
import { IMPORT_KINDS } from "#lib/orders/kind-named.ts";
import { previewCells } from "./preview-cells.ts";

/** An entry of the file as it is read, or what keeps it from being read. */
export type PreviewedEntry = {
  readonly line: number;
  readonly drafts: readonly Draft[];
  readonly problems: readonly { readonly line: number; readonly column: string | null; readonly reason: string }[];
};

const MOST_ROWS = 8;

/** The file's first entries as they will stand here, a table for each kind of thing in them. */
export function Preview({
  say,
  format,
  entries,
}: {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  readonly entries: readonly PreviewedEntry[];
}) {
  const rows = entries
    .flatMap(({ line, drafts }) => drafts.map((draft, nth) => ({ key: `${line} ${nth}`, draft })))
    .slice(0, MOST_ROWS);
  if (rows.length === 0) return null;
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview" className="hint-heading">
        {say("imports.preview.title")}
      </h2>
      <p className="quiet">{say("imports.preview.text")}</p>
      {[...Map.groupBy(rows, ({ draft }) => draft.kind)].map(([kind, found]) => {
        const cells = found.map(({ key, draft }) => ({ key, cells: previewCells(draft, say, format) }));
        const titles = cells[0]?.cells.map(({ title }) => title) ?? [];
        return (
          <div key={kind} className="datatable-place">
            <table className="datatable" aria-labelledby="preview">
              <thead className="sr-only desk:not-sr-only">
                <tr>
                  {titles.map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {cells.map((row) => (
                  <tr key={row.key} className="datatable-row">
                    {row.cells.map(({ title, text }, nth) =>
                      nth === 0 ? (
                        <th key={title} scope="row" className="datatable-name">
                          {text}
                        </th>
                      ) : (
                        <td key={title} data-title={title}>
                          {text}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </section>
  );
}

/** Says what kind of file it is, where the first line was taken for another. */
export function KindForm({
  say,
  action,
  kind,
}: {
  readonly say: DeskSay;
  readonly action: string;
  readonly kind: ImportKind | null;
}) {
  return (
    <form className="kind-form" method="post" action={action}>
      <Choice
        id="kind"
        name="kind"
        label={say("imports.preview.isKind")}
        defaultValue={kind ?? "orders"}
        options={IMPORT_KINDS.map((one) => ({ value: one, text: say(`imports.kinds.${one}`) }))}
      />
      <button type="submit" className="button button-quiet">
        {say("imports.preview.recheck")}
      </button>
    </form>
  );
}
