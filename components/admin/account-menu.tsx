"use client";

import { usePathname } from "next/navigation";
import { useId } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { Menu, MenuGroup, MenuLink, MenuSubmit } from "#components/ui/menu.tsx";

export type AccountMenuProps = {
  readonly name: string;
  readonly role: string;
  /** The page of one's own account. */
  readonly account: string;
  readonly words: {
    readonly yours: string;
    readonly shops: string;
    readonly language: string;
    readonly colours: string;
    readonly signOut: string;
  };
  readonly colours: readonly { readonly scheme: string; readonly name: string; readonly isCurrent: boolean }[];
  readonly locale: string;
  readonly languages: readonly { readonly locale: string; readonly name: string }[];
};

/** Who is here and as what, their own page, the language, the colours, other shops, and the way out. */
export function AccountMenu({ name, role, account, words, colours, locale, languages }: AccountMenuProps) {
  const path = usePathname();
  // The menu stands in the rail and in the drawer.
  const signOut = useId();
  const schemes = useId();
  return (
    <>
      <form id={signOut} method="post" action="/admin/sign-out" />
      <form id={schemes} method="post" action="/admin/colours">
        <input type="hidden" name="to" value={path} />
      </form>
      <Menu
        face={
          <>
            <span className="person-mark" aria-hidden="true">
              {[...name][0]?.toUpperCase()}
            </span>
            <span className="person-words">
              <span className="person-name">{name}</span>
              <span className="person-role">{role}</span>
            </span>
            <Icon name="chevron" />
          </>
        }
      >
        <MenuLink href={account} isCurrent={path === account}>
          {words.yours}
        </MenuLink>
        <MenuLink href="/admin?all=1">{words.shops}</MenuLink>
        <MenuGroup label={words.language}>
          {languages.map((language) => (
            <MenuLink
              key={language.locale}
              href={`${path}?lang=${language.locale}`}
              lang={language.locale}
              isCurrent={language.locale === locale}
            >
              {language.name}
            </MenuLink>
          ))}
        </MenuGroup>
        <MenuGroup label={words.colours}>
          {colours.map(({ scheme, name: word, isCurrent }) => (
            <MenuSubmit key={scheme} form={schemes} field={{ name: "scheme", value: scheme }} isCurrent={isCurrent}>
              {word}
            </MenuSubmit>
          ))}
        </MenuGroup>
        <MenuSubmit form={signOut}>{words.signOut}</MenuSubmit>
      </Menu>
    </>
  );
}
