/** The outbox's name for the mail that the look-up sends. */
export const LINK_REQUESTED = "link_requested";

/** Asked for again within this time, the link is not sent again. */
export const QUIET_MINUTES = 10;

/** A link that was asked for longer ago is not sent any more: whoever asked has gone. */
export const STALE_MINUTES = 60;
