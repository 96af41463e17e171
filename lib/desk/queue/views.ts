/** What the queue's pages show, ready to be put there: sentences, and addresses of ours. */

export type TodoRow = {
  readonly id: string;
  readonly version: number;
  readonly href: string;
  readonly who: string;
  readonly what: string;
  readonly ask: string;
  /** Number of the order. */
  readonly order: string | null;
  /** By when to look, or what became of it. */
  readonly due: string;
  readonly isOverdue: boolean;
  readonly isMine: boolean;
  readonly owner: string | null;
};

export type QueueTab = {
  readonly key: string;
  readonly text: string;
  /** Null where it is not counted. */
  readonly count: string | null;
  readonly href: string;
  readonly isCurrent: boolean;
};

/** The list with what stands around it. */
export type QueueSideView = {
  readonly rows: readonly TodoRow[];
  /** The one that stands beside the list; null on the list's own page. */
  readonly current: string | null;
  readonly views: readonly QueueTab[];
  readonly topics: readonly QueueTab[];
  /** Something is left out, or the page is not the first. */
  readonly isPart: boolean;
  /** What is resolved or sleeps leaves this list. */
  readonly isOpen: boolean;
  readonly all: string;
  readonly next: string | null;
  readonly isFirst: boolean;
};

export type KnownParcel = {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly status: string;
  readonly expected: string | null;
  readonly scans: readonly {
    readonly key: string;
    readonly when: string;
    readonly where: string;
    readonly text: string;
  }[];
};

export type KnownLine = {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly quote: string | null;
};

export type Known = {
  readonly orderTitle: string | null;
  readonly orderHref: string | null;
  readonly orderLines: readonly KnownLine[];
  readonly items: readonly string[];
  readonly parcels: readonly KnownParcel[];
  readonly shopper: readonly KnownLine[];
  readonly choices: readonly KnownLine[];
  readonly told: readonly KnownLine[];
  readonly given: readonly KnownLine[];
};

export type TodoView = {
  readonly id: string;
  readonly version: number;
  readonly line: { readonly who: string; readonly what: string; readonly ask: string };
  /** How urgent it is, and how it stands. */
  readonly facts: readonly string[];
  readonly isOverdue: boolean;
  readonly owner: string | null;
  readonly isMine: boolean;
  readonly isAsleep: boolean;
  readonly isDone: boolean;
  readonly given: string;
  /** What the shopper wrote with it. */
  readonly words: string | null;
  readonly answer: {
    readonly remedyId: string;
    readonly lead: string;
    readonly quote: string | null;
    readonly isBegun: boolean;
  } | null;
  readonly canDecide: boolean;
  readonly hasHook: boolean;
  readonly gifts: {
    readonly left: string;
    readonly currency: string;
    readonly options: readonly { readonly value: string; readonly text: string }[];
    readonly isHad: boolean;
  } | null;
  readonly mail: {
    readonly email: string;
    readonly hint: string;
    readonly subject: string;
    readonly shop: string;
    readonly seeOrder: string;
    readonly language: { readonly tag: string; readonly direction: "ltr" | "rtl" };
    /** A mail can be sent from here. */
    readonly isSent: boolean;
  } | null;
  /** The shopper's language, as the desk calls it. */
  readonly language: string;
  readonly known: Known;
};
