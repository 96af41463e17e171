/** Sales lose half their freshness in so many days. */
const HALF_LIFE_DAYS = 60;

/** What a sale of so many days ago still tells of what sells now: 1 today, more for what came after the day counted from. */
export function freshnessOf(daysAgo: number): number {
  return 0.5 ** (daysAgo / HALF_LIFE_DAYS);
}
