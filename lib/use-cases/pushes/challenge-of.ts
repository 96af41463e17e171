const LONGEST_BODY = 4_096;
const CHALLENGE = /^[\w+/=.:-]{1,512}$/;

/**
 * What a carrier wants to hear back before it pushes anything, or null: a JSON object with a text `challenge`. USPS asks so
 * when a subscription is made (known from public clients of Subscriptions - Tracking only).
 */
export function challengeOf(body: string): string | null {
  if (body.length > LONGEST_BODY || !body.includes('"challenge"')) return null;
  try {
    const said: unknown = JSON.parse(body);
    const challenge = typeof said === "object" && said !== null && "challenge" in said ? said.challenge : null;
    return typeof challenge === "string" && CHALLENGE.test(challenge) ? challenge : null;
  } catch {
    return null;
  }
}
