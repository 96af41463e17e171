"use client";

import { usePathname } from "next/navigation";
import { Icon, type IconName } from "#components/ui/icon.tsx";

type NavItem = { readonly icon: IconName; readonly text: string; readonly href: string };

type DeskNavProps = { readonly label: string; readonly items: readonly NavItem[] };

/** The rooms of the desk, first the start; the one that somebody is in, however deep, is marked. */
export function DeskNav({ label, items }: DeskNavProps) {
  const path = usePathname();
  const start = items[0]?.href;
  const isHere = (href: string) => path === href || (href !== start && path.startsWith(`${href}/`));
  return (
    <nav className="rail-nav" aria-label={label}>
      <ul>
        {items.map(({ icon, text, href }) => (
          <li key={text}>
            <a className="rail-item" href={href} aria-current={isHere(href) ? "page" : undefined}>
              <Icon name={icon} />
              <span>{text}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
