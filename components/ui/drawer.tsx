"use client";

import { Dialog } from "@base-ui/react/dialog";
import { type ReactNode, useState } from "react";
import { Icon } from "./icon.tsx";

type DrawerProps = {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly children: ReactNode;
};

/** What stands beside the page where there is room, behind a button where there is none. A link in it closes it. */
export function Drawer({ title, open, close, children }: DrawerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className="drawer-button" aria-label={open}>
        <Icon name="menu" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="drawer-shade" />
        <Dialog.Popup
          className="drawer"
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest("a") !== null) setOpen(false);
          }}
        >
          <div className="drawer-head">
            <Dialog.Title className="drawer-title">{title}</Dialog.Title>
            <Dialog.Close className="drawer-button" aria-label={close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
