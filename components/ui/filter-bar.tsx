import { Choice } from "./choice.tsx";
import { Icon } from "./icon.tsx";
import { SearchKey } from "./search-key.tsx";

/** One question about the list. The first of its options is the one that leaves nothing out. */
export type Filter = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** A table's heads ask it where there is room for them; what is chosen is kept all the same. */
  readonly isInHeads?: true;
};

type FilterBarProps = {
  /** The page of the list: a plain form asks for it with what is chosen. */
  readonly action: string;
  readonly search?: { readonly name: string; readonly label: string; readonly hint: string; readonly value: string };
  readonly filters: readonly Filter[];
  /** What else the address holds and has to stay. */
  readonly kept?: Readonly<Record<string, string>>;
  /** What is chosen, each with the way to the list without it. */
  readonly chosen: readonly { readonly text: string; readonly without: string; readonly label: string }[];
  readonly words: { readonly filters: string; readonly button: string };
};

/** A search and a few choices above a list. The slash key leads into the search. Where it is narrow, the choices are folded. */
export function FilterBar({ action, search, filters, kept = {}, chosen, words }: FilterBarProps) {
  return (
    <search className="filter-bar">
      <form className="filter-form" action={action} method="get">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search !== undefined && <SearchField {...search} button={words.button} />}
        {filters.length > 0 && (
          <details className="filter-more">
            <summary>{words.filters}</summary>
            <div className="filter-choices">
              {filters.map(({ name, label, value, options, isInHeads }) => (
                <div key={name} className={isInHeads ? "desk:hidden" : undefined}>
                  <Choice id={`filter-${name}`} name={name} label={label} defaultValue={value} options={options} />
                </div>
              ))}
              <button type="submit" className="button button-quiet">
                {words.button}
              </button>
            </div>
          </details>
        )}
      </form>
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map(({ text, without, label }) => (
            <li key={text}>
              <a className="chip" href={without} aria-label={label}>
                <span>{text}</span>
                <Icon name="close" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

type SearchProps = NonNullable<FilterBarProps["search"]> & { readonly button: string };

function SearchField({ name, label, hint, value, button }: SearchProps) {
  const id = `filter-${name}`;
  return (
    <div className="filter-search">
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type="search"
        name={name}
        defaultValue={value}
        placeholder={hint}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        aria-keyshortcuts="/"
      />
      <button type="submit" className="button">
        {button}
      </button>
      <SearchKey field={id} />
    </div>
  );
}
