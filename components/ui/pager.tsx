type Way = { readonly href: string; readonly text: string };

type PagerProps = {
  readonly label: string;
  /** Back to the first page; null on it. */
  readonly first: Way | null;
  /** On to the page after this one; null on the last. */
  readonly next: Way | null;
};

/** The ways through a list that is paged by key: from its beginning, on and on. Nothing where one page holds it all. */
export function Pager({ label, first, next }: PagerProps) {
  if (first === null && next === null) return null;
  return (
    <nav className="pager" aria-label={label}>
      {first !== null && (
        <a className="button button-quiet" href={first.href}>
          {first.text}
        </a>
      )}
      {next !== null && (
        <a className="button button-quiet pager-next" href={next.href} rel="next">
          {next.text}
        </a>
      )}
    </nav>
  );
}
