import type { DialsRecord } from "#db/queries/dials.ts";
import {
  type ChannelName,
  type Dials,
  type Frequencies,
  type MILESTONES,
  USUAL_FREQUENCIES,
} from "#lib/tracking/page/dials.ts";

const NOTHING: Frequencies = frequenciesOf(() => "off");

/** The dials as a shopper sees them: what they said, else what is usual. Text messages are offered where a phone is known. */
export function dialsOf(record: DialsRecord): Dials {
  const offered: readonly ChannelName[] = record.hasPhone ? ["email", "sms"] : ["email"];
  return {
    language: record.language,
    neededBy: record.neededBy,
    channels: offered.map((name) => ({ name, frequencies: channelFrequencies(name, record) })),
  };
}

/** A refusal that came with no dials, as in an imported consent, turns everything off. */
function channelFrequencies(name: ChannelName, { channels }: DialsRecord): Frequencies {
  const said = channels.find(({ channel }) => channel === name);
  const usual = name === "email" ? USUAL_FREQUENCIES : NOTHING;
  if (said === undefined) return usual;
  if (!said.granted) return NOTHING;
  const granted = name === "email" ? usual : USUAL_FREQUENCIES;
  return frequenciesOf((milestone) => said.frequencies[milestone] ?? granted[milestone]);
}

function frequenciesOf(of: (milestone: (typeof MILESTONES)[number]) => Frequencies[typeof milestone]): Frequencies {
  return {
    confirmed: of("confirmed"),
    shipped: of("shipped"),
    in_transit: of("in_transit"),
    out_for_delivery: of("out_for_delivery"),
    delivered: of("delivered"),
    delayed: of("delayed"),
    problem: of("problem"),
    pickup_ready: of("pickup_ready"),
    returned: of("returned"),
  };
}
