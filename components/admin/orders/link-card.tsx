import { CopyButton } from "#components/ui/copy-button.tsx";
import { momentText, type OrderReader } from "./desk-order-view.ts";

/** The shopper's link: where it leads, or since when it leads nowhere. */
export type LinkFacts =
  | { readonly kind: "open"; readonly url: string }
  | { readonly kind: "revoked"; readonly at: string };

type LinkCardProps = { readonly about: OrderReader; readonly link: LinkFacts; readonly path: string };

/** The link of the order's page: to copy, to revoke, to make anew. */
export function LinkCard({ about, link, path }: LinkCardProps) {
  const { say } = about;
  return (
    <section className="card" aria-labelledby="link">
      <h2 id="link" className="card-heading">
        {say("orders.link.title")}
      </h2>
      {link.kind === "open" ? (
        <>
          <p className="text-muted">{say("orders.link.text")}</p>
          <p className="order-actions">
            <CopyButton text={link.url} label={say("orders.link.copy")} done={say("orders.one.copied")} />
          </p>
          <details className="fold">
            <summary>{say("orders.link.revoke")}</summary>
            <form className="fold-body" method="post" action={`${path}/revoke`}>
              <p>{say("orders.link.revokeText")}</p>
              <button type="submit" className="button button-quiet">
                {say("orders.link.revokeButton")}
              </button>
            </form>
          </details>
        </>
      ) : (
        <>
          <p>{say("orders.link.revoked", { when: momentText(link.at, about) })}</p>
          <form method="post" action={`${path}/renew`}>
            <button type="submit" className="button button-quiet">
              {say("orders.link.renew")}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
