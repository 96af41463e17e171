import { type RecommendRules, recommendRulesSchema } from "#lib/use-cases/recommend/recommend-rules-schema.ts";
import type { RuleForm } from "./rule-form.ts";
import { rowsOf, type Typed, withRows } from "./typed.ts";

/** Which products go together, which never do, and which are never offered. Products are named by SKU. */
export const productsForm: RuleForm<RecommendRules> = {
  kind: "recommend",
  schema: recommendRulesSchema,
  part: ({ pinned, never, excluded }) => ({ pinned, never, excluded }),
  typedOf: ({ pinned, never, excluded }) => {
    const lists: Readonly<Record<string, readonly Typed[]>> = {
      ...{ pinned, never, excluded: excluded.map((sku) => ({ sku })) },
    };
    return Object.entries(lists).reduce<Typed>((typed, [list, rows]) => withRows(typed, list, rows), {});
  },
  given: (typed, rules) => ({
    ...rules,
    pinned: pairsOf(typed, "pinned"),
    never: pairsOf(typed, "never"),
    excluded: [...new Set(rowsOf(typed, "excluded").map(({ sku }) => sku?.trim() ?? ""))],
  }),
  rows: { pinned: { from: "", to: "" }, never: { from: "", to: "" }, excluded: { sku: "" } },
};

function pairsOf(typed: Typed, list: string) {
  return rowsOf(typed, list).map(({ from = "", to = "" }) => ({ from: from.trim(), to: to.trim() }));
}
