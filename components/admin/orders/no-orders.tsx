import type { DeskSay } from "#lib/desk/desk-voice.ts";

type NoOrdersProps = { readonly say: DeskSay; readonly importPath: string | null };

/** A shop without orders: where they come from. */
export function NoOrders({ say, importPath }: NoOrdersProps) {
  return (
    <section className="empty" aria-labelledby="empty">
      <h2 id="empty" className="hint-heading">
        {say("orders.empty.none")}
      </h2>
      <p>{say("orders.empty.noneText")}</p>
      {importPath === null ? (
        <p className="text-muted">{say("orders.empty.byOthers")}</p>
      ) : (
        <p>
          <a className="button" href={importPath}>
            {say("orders.empty.import")}
          </a>
        </p>
      )}
    </section>
  );
}

type NothingProps = { readonly say: DeskSay; readonly text: string; readonly path: string };

/** Nothing is found, or nothing fits: what to do about it. */
export function NothingFits({ say, text, path }: NothingProps) {
  return (
    <section className="empty" aria-labelledby="empty">
      <h2 id="empty" className="hint-heading">
        {say("orders.empty.nothing")}
      </h2>
      <p>{text === "" ? say("orders.empty.nothingText") : say("orders.empty.nothingFound", { text })}</p>
      <p>
        <a className="button button-quiet" href={path}>
          {say("orders.empty.all")}
        </a>
      </p>
    </section>
  );
}
