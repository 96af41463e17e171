/** What the merchant spends at most, null without an end, and what is spent already; minor units of one currency. */
export type Budget = {
  readonly perOrderMinor: number | null;
  readonly perMonthMinor: number | null;
  readonly spentOnOrderMinor: number;
  readonly spentThisMonthMinor: number;
};

/** What may still be spent: the tighter of both ends, never less than nothing; Infinity where neither is set. */
export function budgetLeft(budget: Budget): number {
  const { perOrderMinor, perMonthMinor, spentOnOrderMinor, spentThisMonthMinor } = budget;
  const onOrder = perOrderMinor === null ? Number.POSITIVE_INFINITY : perOrderMinor - spentOnOrderMinor;
  const thisMonth = perMonthMinor === null ? Number.POSITIVE_INFINITY : perMonthMinor - spentThisMonthMinor;
  return Math.max(0, Math.min(onOrder, thisMonth));
}

/** Whether a cost in minor units still fits both budgets (product rule 6). */
export function withinBudget(costMinor: number, budget: Budget): boolean {
  return costMinor <= budgetLeft(budget);
}
