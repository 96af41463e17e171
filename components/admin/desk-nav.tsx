"use client";

import { usePathname } from "next/navigation";
import { Icon, type IconName } from "#components/ui/icon.tsx";

export type NavItem = { readonly icon: IconName; readonly text: string; readonly href: string | null };

type DeskNavProps = { readonly label: string; readonly later: string; readonly items: readonly NavItem[] };

/** The rooms of the desk. What is not built yet is named, so that nobody looks for it, and leads nowhere. */
export function DeskNav({ label, later, items }: DeskNavProps) {
  const path = usePathname();
  return (
    <nav className="rail-nav" aria-label={label}>
      <ul>
        {items.map(({ icon, text, href }) => (
          <li key={text}>
            {href === null ? (
              <span className="rail-item rail-later">
                <Icon name={icon} />
                <span>{text}</span>
                <span className="rail-note">{later}</span>
              </span>
            ) : (
              <a className="rail-item" href={href} aria-current={path === href ? "page" : undefined}>
                <Icon name={icon} />
                <span>{text}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
