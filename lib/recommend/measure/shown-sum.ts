/** What rules about recommendations come to, over some looks at orders' pages. */
export type ShownSum = {
  /** Looks with a row. */
  readonly rows: number;
  readonly shoppers: number;
  readonly products: number;
  /** Why a whole row stayed away, and how often. */
  readonly withheld: Readonly<Record<string, number>>;
};
