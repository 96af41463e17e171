import { type RecommendRules, recommendRulesSchema } from "#lib/use-cases/recommend/recommend-rules-schema.ts";
import type { RuleForm } from "./rule-form.ts";
import { linesOf, rowsOf, withRows } from "./typed.ts";

/** What counts as one kind of thing: the shop's own categories put together, and single products. */
export const kindsForm: RuleForm<RecommendRules> = {
  kind: "recommend",
  schema: recommendRulesSchema,
  part: ({ categories }) => categories,
  typedOf: ({ categories }) =>
    withRows(
      {},
      "categories",
      categories.map(({ name, categories: names, skus }) => ({
        name,
        categories: names.join("\n"),
        skus: skus.join("\n"),
      })),
    ),
  given: (typed, rules) => ({
    ...rules,
    categories: rowsOf(typed, "categories").map(({ name, categories, skus }) => ({
      name,
      categories: linesOf(categories),
      skus: linesOf(skus),
    })),
  }),
  rows: { categories: { name: "", categories: "", skus: "" } },
};
