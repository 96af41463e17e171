import { countRows } from "./form-kit.tsx";
import type { BodyProps } from "./promises-body.tsx";
import { AddRow, RowButtons } from "./row-buttons.tsx";

/** What counts as one kind of thing. */
export function KindsBody({ ground: { say }, kit }: BodyProps) {
  const count = countRows(kit.typed, "categories");
  return (
    <>
      {count === 0 && <p className="rule-empty">{say("rules.kinds.empty")}</p>}
      {Array.from({ length: count }, (_, at) => {
        const row = `categories.${at}`;
        const name = kit.typed[`${row}.name`] ?? "";
        const title = name === "" ? say("rules.kinds.newKind") : name;
        return (
          <fieldset className="rule-row" id={row} key={row}>
            <legend className="rule-row-title">{title}</legend>
            <div className="field">
              <label className="field-label" htmlFor={`${row}.name`}>
                {say("rules.kinds.name")}
              </label>
              {kit.text(`${row}.name`, say("rules.kinds.name"), { maxLength: 80 })}
              {kit.errors(`${row}.name`)}
            </div>
            {kit.lines(`${row}.categories`, say("rules.kinds.categories"), say("rules.kinds.onePerLine"))}
            {kit.lines(`${row}.skus`, say("rules.kinds.skus"), say("rules.kinds.onePerLine"))}
            <RowButtons say={say} list="categories" at={at} name={title} />
          </fieldset>
        );
      })}
      <AddRow list="categories" text={say("rules.kinds.add")} />
    </>
  );
}
