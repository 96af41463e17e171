import type { AddressBlocks, Limit } from "#lib/use-cases/limits/take.ts";

const MINUTE = 60_000;

type Tried = { readonly from: AddressBlocks; readonly email: string };

/**
 * How often somebody may try a password. Tries at one address of one neighbourhood are few; the address's own limit is
 * against many neighbourhoods that guess together, and far above what its owner needs, so that nobody locks them out at once.
 */
export function signInLimits({ from, email }: Tried): readonly Limit[] {
  return [
    { scope: "desk.sign_in", merchantId: null, key: `${email} ${from.near}`, burst: 5, periodMs: 3 * MINUTE },
    { scope: "desk.sign_in.email", merchantId: null, key: email, burst: 50, periodMs: MINUTE },
    ...fromLimits("desk.sign_in", from, { near: 60, wide: 300 }),
  ];
}

/** How often a mail with a link may be asked for: each one lands in somebody's letter box. */
export function linkMailLimits({ from, email }: Tried): readonly Limit[] {
  return [
    { scope: "desk.mail.email", merchantId: null, key: email, burst: 3, periodMs: 10 * MINUTE },
    ...fromLimits("desk.mail", from, { near: 10, wide: 60 }),
    { scope: "desk.mail.all", merchantId: null, key: "", burst: 300, periodMs: MINUTE / 10 },
  ];
}

/** How often a link or the set-up code may be tried. Neither can be guessed: this keeps the guessing cheap for us. */
export function secretLimits(from: AddressBlocks): readonly Limit[] {
  return fromLimits("desk.secret", from, { near: 20, wide: 100 });
}

/** How often somebody who is signed in may try to change their password: a desk that was left open is no place to guess it. */
export function ownPasswordLimits(personId: string): readonly Limit[] {
  return [{ scope: "desk.own_password", merchantId: null, key: personId, burst: 5, periodMs: 3 * MINUTE }];
}

/** How often somebody may end their other sessions. */
export function ownSessionsLimits(personId: string): readonly Limit[] {
  return [{ scope: "desk.own_sessions", merchantId: null, key: personId, burst: 20, periodMs: MINUTE }];
}

/** How often the people of a shop may be changed: adding somebody sends a mail. */
export function peopleLimits(merchantId: string): readonly Limit[] {
  return [{ scope: "desk.people", merchantId, key: "", burst: 40, periodMs: MINUTE }];
}

/** How often one person may change the draft of a brand: an editor saves a few times a second while somebody types. */
export function brandLimits(merchantId: string, personId: string): readonly Limit[] {
  return [{ scope: "desk.brand", merchantId, key: personId, burst: 240, periodMs: 250 }];
}

/** How often pictures of a brand may be sent in: each is drawn anew. */
export function brandPictureLimits(merchantId: string): readonly Limit[] {
  return [{ scope: "desk.brand.picture", merchantId, key: "", burst: 30, periodMs: 10_000 }];
}

function fromLimits(
  scope: string,
  from: AddressBlocks,
  bursts: { readonly near: number; readonly wide: number },
): readonly Limit[] {
  return [
    { scope: `${scope}.block`, merchantId: null, key: from.near, burst: bursts.near, periodMs: MINUTE },
    { scope: `${scope}.wide`, merchantId: null, key: from.wide, burst: bursts.wide, periodMs: MINUTE / 6 },
  ];
}
