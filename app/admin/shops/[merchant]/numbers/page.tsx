import { figureWords } from "#components/admin/numbers/figure-words.ts";
import { NumbersPage } from "#components/admin/numbers/numbers-page.tsx";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { numbersRead } from "#lib/server/numbers-read.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A shop's numbers. Support may look too: they are counts without anybody's name, and who answers shoppers should see what comes of it. */
export default async function ShopNumbersPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant } = await requireMember(slug, "/admin/shops/[merchant]/numbers");
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : null);
  const asked = { days: one("days"), from: one("from"), to: one("to") };
  const [voice, numbers] = await Promise.all([deskReader(), numbersRead(merchant.id, asked)]);
  const { countedAt, zone } = numbers;
  return (
    <NumbersPage
      shop={merchant.name}
      slug={slug}
      currency={merchant.currency}
      path={deskPath("/admin/shops/[merchant]/numbers", slug)}
      numbers={numbers}
      words={figureWords(voice, merchant.currency)}
      typed={asked}
      counted={countedAt === null ? null : momentText(countedAt, { tag: voice.tag, zone })}
    />
  );
}

/** The day and the minute, by the shop's clock. */
function momentText(instant: string, { tag, zone }: { readonly tag: string; readonly zone: string }): string {
  const format = { timeZone: zone, dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(tag === "en" ? "en-GB" : tag, format).format(Date.parse(instant));
}
