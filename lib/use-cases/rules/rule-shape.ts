/**
 * How an object of a merchant's rules refuses what it does not know, as a sentence behind its place: a word that no rule has
 * would otherwise be left out without a sound, and a typo would count as nothing set.
 */
export const ruleShape = {
  error: (issue: { readonly code?: string; readonly keys?: readonly string[] }) =>
    issue.code === "unrecognized_keys"
      ? `has no ${issue.keys?.map((key) => `"${key}"`).join(", ")}`
      : "must be an object",
};
