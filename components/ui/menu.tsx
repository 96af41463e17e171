"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";

type MenuProps = {
  readonly face: ReactNode;
  readonly children: ReactNode;
};

/** A button that opens a few choices over the page. Arrow keys walk them, Escape closes. */
export function Menu({ face, children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className="menu-button">{face}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="menu-place" side="top" align="start" sideOffset={8} collisionPadding={12}>
          <Base.Popup className="menu-popup">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type LinkProps = {
  readonly href: string;
  readonly isCurrent?: boolean;
  readonly lang?: string;
  readonly children: ReactNode;
};

/** A choice that leads somewhere. */
export function MenuLink({ href, isCurrent = false, lang, children }: LinkProps) {
  return (
    <Base.LinkItem className="menu-item" href={href} lang={lang} aria-current={isCurrent ? "true" : undefined}>
      {children}
    </Base.LinkItem>
  );
}

type SubmitProps = {
  readonly form: string;
  /** What this choice adds to the form. */
  readonly field?: { readonly name: string; readonly value: string };
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
};

/** A choice that posts the form of this id. */
export function MenuSubmit({ form, field, isCurrent = false, children }: SubmitProps) {
  return (
    <Base.Item
      className="menu-item"
      nativeButton
      render={<button type="submit" form={form} {...field} />}
      closeOnClick={false}
      aria-current={isCurrent ? "true" : undefined}
    >
      {children}
    </Base.Item>
  );
}

/** What the choices below it are about. */
export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group className="menu-group">
      <Base.GroupLabel className="menu-label">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}
