import { err, ok, type Result } from "#lib/kernel/result.ts";
import { brandSchema } from "./brand-schema.ts";
import { languages } from "./languages/registry.ts";
import { sentenceProblems } from "./languages/sentences.ts";
import { locales } from "./locale.ts";
import type { BrandTokens } from "./tokens.ts";

/** What is wrong with a brand that somebody wants to publish: `path` as in `footerLinks.2.url`. */
export type BrandProblem = { readonly path: string; readonly problem: string };

/** The whole brand that a file describes, or everything that is wrong with it; names that we do not know are wrong too. */
export function publishableBrand(file: unknown): Result<BrandTokens, readonly BrandProblem[]> {
  const parsed = brandSchema.safeParse(file);
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join(".") || "brand", problem: message })),
    ...misspelt(file).map((path) => ({ path, problem: "is no setting of a brand" })),
    ...(parsed.success ? wordProblems(parsed.data.words ?? {}) : []),
  ];
  return parsed.success && problems.length === 0 ? ok(parsed.data) : err(problems);
}

/** The shop's own sentences that could not be said: in no language of ours, of no name, or without a fact of ours. */
function wordProblems(words: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly BrandProblem[] {
  return Object.entries(words).flatMap(([tag, own]): readonly BrandProblem[] => {
    const locale = locales.find((known) => known === tag);
    if (locale === undefined) return [{ path: `words.${tag}`, problem: `is none of ${locales.join(", ")}` }];
    return sentenceProblems(own, languages[locale].words).map(({ key, problem }) => ({
      path: `words.${tag}.${key}`,
      problem,
    }));
  });
}

/** The paths in a file that mean nothing to us, in all parts that can be read. */
function misspelt(file: unknown): readonly string[] {
  if (!isRecord(file)) return [];
  return Object.entries(file).flatMap(([name, value]) => {
    const part = { name: "-", accent: "#000000", [name]: value };
    const read = brandSchema.safeParse(part);
    return read.success ? unknownNames(part, read.data, []) : [];
  });
}

/** What the file holds and the brand that was read from it does not: misspelt names. */
function unknownNames(file: unknown, read: unknown, path: readonly string[]): readonly string[] {
  if (!isRecord(file) || !isRecord(read)) return [];
  return Object.entries(file).flatMap(([name, value]) => {
    const here = [...path, name];
    return name in read ? unknownNames(value, read[name], here) : [here.join(".")];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
