type ShopListProps = {
  readonly shops: readonly { readonly href: string; readonly name: string; readonly role: string }[];
  readonly signOut: string;
};

/** The shops that somebody may enter, and the way out. */
export function ShopList({ shops, signOut }: ShopListProps) {
  return (
    <>
      {shops.length > 0 && (
        <ul className="shops">
          {shops.map(({ href, name, role }) => (
            <li key={href}>
              <a href={href}>
                <span className="shop-name">{name}</span>
                <span className="shop-role">{role}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/admin/sign-out">
        <button type="submit" className="button button-quiet">
          {signOut}
        </button>
      </form>
    </>
  );
}
