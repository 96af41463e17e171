"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useState } from "react";
import { Icon } from "#components/ui/icon.tsx";

type QueueKeysProps = {
  readonly words: { readonly title: string; readonly open: string; readonly close: string };
  readonly keys: readonly { readonly keys: readonly string[]; readonly text: string }[];
};

const TYPED = "input, select, textarea, [contenteditable]";

/** The keys by which the queue is worked through, behind a button and the question mark. For those who have keys. */
export function QueueKeys({ words, keys }: QueueKeysProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const ask = (event: KeyboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest(TYPED) !== null;
      if (event.key === "?" && !isTyped) setOpen(true);
    };
    document.addEventListener("keydown", ask);
    return () => document.removeEventListener("keydown", ask);
  }, []);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className="keys-button">{words.open}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="drawer-shade" />
        <Dialog.Popup className="key-help">
          <div className="drawer-head">
            <Dialog.Title className="drawer-title">{words.title}</Dialog.Title>
            <Dialog.Close className="drawer-button" aria-label={words.close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <dl className="keys-list">
            {keys.map(({ keys: names, text }) => (
              <div key={text}>
                <dt>
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
