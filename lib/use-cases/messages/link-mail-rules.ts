/** The outbox's name for the mail that the look-up sends. */
export const LINK_REQUESTED = "link_requested";

/** Asked for again within this time, the link is not sent again. */
export const QUIET_MINUTES = 10;

/** A link that was asked for longer ago is not sent any more: whoever asked has gone. */
export const STALE_MINUTES = 60;

/** What the outbox's name of a mail that a person wrote begins with; its id follows, since each is one of its own. */
export const PERSONS_MAIL = "person:";

/** The longest mail that a person writes at the desk, in letters. */
export const MOST_WRITTEN = 4_000;
