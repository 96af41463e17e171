import { Fact } from "#components/ui/fact.tsx";
import { Field } from "#components/ui/field.tsx";
import { placeText } from "#lib/brand/languages/place.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { Reader } from "./reader.ts";

/** The parts of an address that are hidden until somebody proves the postcode (product rule 15). */
export type WholeAddress = {
  readonly name: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
};

/** How the last try to see the whole address went; minutes until the next one is allowed. */
export type AddressTry = { readonly kind: "wrong" } | { readonly kind: "wait"; readonly minutes: number };

type FullAddressProps = {
  readonly token: string;
  readonly reader: Reader;
  readonly shipTo: TrackingPage["shipTo"];
  readonly whole: WholeAddress | null;
  readonly lastTry: AddressTry | null;
};

/**
 * The whole address where the postcode was proved; else the form that asks for it, where there is one to be proved. Works
 * without JavaScript.
 */
export function FullAddress({ token, reader, shipTo, whole, lastTry }: FullAddressProps) {
  const { say, language } = reader;
  if (whole === null)
    return shipTo.hasPostcode ? <AskForPostcode token={token} reader={reader} lastTry={lastTry} /> : null;
  return (
    <form id="address" method="post" action={`/t/${token}/address`} className="whole-address">
      <dl className="facts">
        <Known name={say("address.name")} text={whole.name} />
        <Known name={say("address.street")} text={whole.street} />
        <Known name={say("address.code")} text={whole.postcode} />
        <Known name={say("address.town")} text={placeText({ ...shipTo, city: whole.city }, language, null)} />
        <Known name={say("address.phone")} text={whole.phone} />
      </dl>
      <input type="hidden" name="hide" value="1" />
      <button type="submit" className="button button-quiet">
        {say("address.hide")}
      </button>
    </form>
  );
}

function AskForPostcode({ token, reader: { say }, lastTry }: Pick<FullAddressProps, "token" | "reader" | "lastTry">) {
  return (
    <details id="address" className="fold" open={lastTry !== null}>
      <summary>{say("address.show")}</summary>
      <form method="post" action={`/t/${token}/address`} className="fold-body">
        <Field
          id="postcode"
          name="postcode"
          label={say("address.postcode")}
          hint={say("address.hint")}
          error={lastTry === null ? null : tryText(lastTry, say)}
          required
          maxLength={16}
          autoComplete="postal-code"
          dir="ltr"
        />
        <button type="submit" className="button">
          {say("address.button")}
        </button>
      </form>
    </details>
  );
}

function tryText(lastTry: AddressTry, say: Reader["say"]): string {
  return lastTry.kind === "wrong" ? say("address.wrong") : say("address.wait", { minutes: lastTry.minutes });
}

function Known({ name, text }: { readonly name: string; readonly text: string | null }) {
  if (text === null || text === "") return null;
  return (
    <Fact name={name}>
      <bdi>{text}</bdi>
    </Fact>
  );
}
