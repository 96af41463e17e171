"use client";

import { Toast } from "@base-ui/react/toast";
import { Icon } from "./icon.tsx";

type Toasted = {
  /** What was done, ready to be read out. */
  readonly text: string;
  /** Takes it back; the toast goes away by itself when it is pressed. */
  readonly undo?: { readonly text: string; readonly run: () => void };
  /** Trouble is read out at once and stays until it is put away. */
  readonly isTrouble?: boolean;
  /** A later toast of the same name takes the place of the earlier one. */
  readonly id?: string;
};

type ToasterWords = {
  /** What the place of the toasts is called. */
  readonly label: string;
  readonly close: string;
};

const SECONDS = 6;
const SECONDS_WITH_UNDO = 12;

// One for the whole desk: what is told outlives the page that told it. On the server nothing is ever put in.
const manager = Toast.createToastManager();

/**
 * Tells what was done, in a corner of the screen, with a way to take it back. Only in the browser, and only while a `Toaster`
 * stands on the page: where no script runs, a form's `?said=` tells it.
 */
export function tell({ text, undo, isTrouble = false, id }: Toasted): void {
  const told = manager.add({
    ...(id === undefined ? {} : { id }),
    description: text,
    type: isTrouble ? "trouble" : "done",
    priority: isTrouble ? "high" : "low",
    timeout: isTrouble ? 0 : (undo === undefined ? SECONDS : SECONDS_WITH_UNDO) * 1_000,
    ...(undo === undefined
      ? {}
      : {
          actionProps: {
            children: undo.text,
            onClick: () => {
              manager.close(told);
              undo.run();
            },
          },
        }),
  });
}

/** Where toasts stand; once a document. F6 leads to them, Escape and a swipe put them away, and they wait while somebody looks. */
export function Toaster({ words }: { readonly words: ToasterWords }) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={words.label}>
          <Toasts close={words.close} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts({ close }: { readonly close: string }) {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} swipeDirection={["down", "right"]} className="toast">
      <Toast.Content className="toast-content">
        <Toast.Description className="toast-text" />
        <Toast.Action className="toast-undo" />
        <Toast.Close className="toast-close" aria-label={close}>
          <Icon name="close" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
