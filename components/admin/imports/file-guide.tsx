import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { fileFormats } from "#lib/orders/registry.ts";

/** Which files can come in, and their columns by name. */
export function FileGuide({ say, zone }: { readonly say: DeskSay; readonly zone: string }) {
  return (
    <details className="guide">
      <summary>{say("imports.guide.title")}</summary>
      <div className="guide-body">
        <p>{say("imports.guide.text")}</p>
        <p>{say("imports.guide.excel", { zone })}</p>
        <dl className="guide-kinds">
          {Object.values(fileFormats).map(({ kind, columns }) => {
            const needed = columns.filter(({ required }) => required).map(({ name }) => name);
            const also = columns.filter(({ required }) => !required).map(({ name }) => name);
            return (
              <div key={kind}>
                <dt>{say(`imports.kinds.${kind}`)}</dt>
                <dd>
                  <p>{say(`imports.abouts.${kind}`)}</p>
                  <p className="guide-columns">{say("imports.guide.needed", { columns: needed.join(" · ") })}</p>
                  {also.length > 0 && (
                    <p className="guide-columns">{say("imports.guide.also", { columns: also.join(" · ") })}</p>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      </div>
    </details>
  );
}
