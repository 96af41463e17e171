import { QueuePage } from "#components/admin/queue/queue-page.tsx";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { firstSteps } from "#lib/server/first-steps.ts";
import { queueAsked, queuePlace } from "#lib/server/queue-address.ts";
import { queueHead, standLines } from "#lib/server/queue-head.ts";
import { readQueue, standOf } from "#lib/server/queue-reads.ts";
import { queueSaid } from "#lib/server/queue-said.ts";
import { queueSide } from "#lib/server/queue-side.ts";
import { turnTodo } from "./turn-todo.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The start of a shop's desk: what needs a person, the most urgent first. */
export default async function ShopQueuePage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant, person, role } = await requireMember(slug, "/admin/shops/[merchant]");
  const query = await searchParams;
  const [asked, after] = [queueAsked(query), queuePlace(query)];
  const [voice, read, stand] = await Promise.all([
    deskReader(),
    readQueue({ merchantId: merchant.id, me: person.id, asked, after }),
    standOf(merchant.id),
  ]);
  const seen = { voice, slug, zone: merchant.zone, me: person.id, asked };
  const item = typeof query.item === "string" ? query.item : "";
  return (
    <QueuePage
      shop={merchant.name}
      steps={firstSteps(stand, { voice, slug, role })}
      isNew={!stand.hasOrders}
      {...queueHead(voice, read)}
      stand={standLines(voice, stand)}
      said={queueSaid(query, { seen, people: read.people, itemId: item })}
      side={{ ...queueSide(read, seen, { current: null, after }), say: voice.say, action: turnTodo.bind(null, slug) }}
    />
  );
}
