import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { countRows, type FormKit } from "./form-kit.tsx";
import { ProductInput } from "./product-input.tsx";
import { AddRow, RowButtons } from "./row-buttons.tsx";
import { Sentence } from "./sentence.tsx";

export type Finding = {
  /** What was looked for without script; null for nothing. */
  readonly asked: string | null;
  readonly found: readonly { readonly sku: string; readonly title: string }[];
  /** Where it is looked for while somebody types. */
  readonly path: string;
  /** The titles of the SKUs in the form; what is missing is no product of the shop. */
  readonly titles: Readonly<Record<string, string>>;
};

type ProductsBodyProps = {
  readonly say: DeskSay;
  readonly kit: FormKit;
  readonly finding: Finding;
  readonly from: number;
};

const PAGE = 100;

/** Which products go together, which never do, and which are never offered. */
export function ProductsBody({ say, kit, finding, from }: ProductsBodyProps) {
  const lists = [
    { list: "pinned", add: say("rules.products.addPair") },
    { list: "never", add: say("rules.products.addPair") },
    { list: "excluded", add: say("rules.products.addProduct") },
  ] as const;
  return (
    <>
      {lists.map(({ list, add }) => (
        <fieldset key={list} className="rule-row product-list" id={list}>
          <legend className="rule-row-title">{say(`rules.products.${list}Heading`)}</legend>
          <p className="field-hint">{say(`rules.products.${list}Lead`)}</p>
          <Rows say={say} kit={kit} finding={finding} from={from} list={list} />
          <AddRow list={list} text={add} />
        </fieldset>
      ))}
      <Find say={say} finding={finding} />
    </>
  );
}

type RowsProps = ProductsBodyProps & { readonly list: "pinned" | "never" | "excluded" };

/** A page of rows; the others travel along, so that the form is always the whole list. */
function Rows({ list, from, ...rest }: RowsProps) {
  const { say, kit } = rest;
  const count = countRows(kit.typed, list);
  const first = from < count ? from : 0;
  const hidden = Object.entries(kit.typed).filter(([name]) => {
    const at = name.startsWith(`${list}.`) ? Number.parseInt(name.slice(list.length + 1), 10) : first;
    return at < first || at >= first + PAGE;
  });
  const places = Array.from({ length: Math.min(PAGE, count - first) }, (_, at) => first + at);
  return (
    <>
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {places.map((at) => (
        <ProductRow key={String(at)} {...rest} list={list} at={at} />
      ))}
      {count > PAGE && (
        <p className="field-hint">
          {say("rules.products.more", { from: first + 1, to: Math.min(count, first + PAGE), count })}{" "}
          {first + PAGE < count && (
            <a href={`?from=${first + PAGE}#${list}`}>
              {say("rules.products.next", { count: Math.min(PAGE, count - first - PAGE) })}
            </a>
          )}
        </p>
      )}
    </>
  );
}

function ProductRow({ say, kit, finding, list, at }: Omit<RowsProps, "from"> & { readonly at: number }) {
  const fields = list === "excluded" ? (["sku"] as const) : (["from", "to"] as const);
  const names = fields.map((field) => `${list}.${at}.${field}`);
  const slots = Object.fromEntries(
    fields.map((field) => [
      field,
      <Sku key={field} say={say} kit={kit} finding={finding} row={`${list}.${at}`} field={field} />,
    ]),
  );
  const row = names.map((name) => kit.typed[name] ?? "").join(" → ");
  return (
    <div className="product-row">
      <Sentence say={say} words={`rules.products.${list}Sentence`} slots={slots}>
        {kit.errors(...names)}
      </Sentence>
      <RowButtons say={say} list={list} at={at} name={row} />
    </div>
  );
}

type SkuProps = Pick<ProductsBodyProps, "say" | "kit" | "finding"> & {
  readonly row: string;
  readonly field: "from" | "to" | "sku";
};

/** A SKU with the title of its product below it. */
function Sku({ say, kit, finding, row, field }: SkuProps) {
  const name = `${row}.${field}`;
  const value = kit.typed[name] ?? "";
  const labels = { from: say("rules.field.bought"), to: say("rules.field.shown"), sku: say("rules.products.sku") };
  const title = finding.titles[value.trim()];
  const about = value.trim() === "" ? null : (title ?? say("rules.products.unknown"));
  return (
    <span className="sku-slot">
      <ProductInput
        name={name}
        label={labels[field]}
        value={value}
        find={finding.path}
        errorId={kit.isWrong(name) ? `${name}-error` : null}
      />
      {about !== null && <span className={title === undefined ? "sku-title sku-unknown" : "sku-title"}>{about}</span>}
    </span>
  );
}

/** For whoever has no script: products that begin with a text, and their SKUs to copy. */
function Find({ say, finding }: Pick<ProductsBodyProps, "say" | "finding">) {
  return (
    <div className="rule-row" id="find">
      <p className="rule-row-title">{say("rules.products.find")}</p>
      <div className="find-row">
        <input
          className="input"
          name="find"
          aria-label={say("rules.products.findLabel")}
          placeholder={say("rules.products.findLabel")}
          defaultValue={finding.asked ?? ""}
          maxLength={100}
        />
        <button className="button button-quiet" type="submit" name="do" value="find">
          {say("rules.products.findButton")}
        </button>
      </div>
      {finding.asked !== null && (
        <>
          <p role="status">{say("rules.products.found", { count: finding.found.length })}</p>
          <ul className="found">
            {finding.found.map(({ sku, title }) => (
              <li key={sku}>
                <span>{title}</span> <code dir="ltr">{sku}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
