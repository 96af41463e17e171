import { FIGURES, numberRecords } from "#lib/promise/numbers/number-records.ts";
import { recordsCsv } from "#lib/promise/numbers/records-csv.ts";
import { membersRead } from "#lib/server/desk-read.ts";
import { numbersRead } from "#lib/server/numbers-read.ts";

type Params = { params: Promise<{ merchant: string }> };

/** The numbers of a span as a file, all of them or those of one figure. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  return membersRead(request, { slug, door: "/admin/shops/[merchant]/numbers/csv" }, async ({ merchant }) => {
    const query = new URL(request.url).searchParams;
    const asked = { days: query.get("days"), from: query.get("from"), to: query.get("to") };
    const numbers = await numbersRead(merchant.id, asked);
    const figure = FIGURES.find((name) => name === query.get("figure")) ?? null;
    const records = numberRecords(numbers).filter((record) => figure === null || record.figure === figure);
    const name = [merchant.slug, figure ?? "numbers", numbers.span.from, numbers.span.to].join("-");
    return new Response(recordsCsv(records), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}.csv"`,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
