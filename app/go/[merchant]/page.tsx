import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { BrandBar } from "#components/tracking/brand-bar.tsx";
import { BrandHead } from "#components/tracking/brand-head.tsx";
import { Preparing } from "#components/tracking/preparing.tsx";
import { Document } from "#components/ui/document.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { context } from "#lib/server/context.ts";
import { orNotFound } from "#lib/server/http-error.ts";
import { nextLook } from "#lib/server/next-look.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import { readerWishes, shopVoice } from "#lib/server/reader-wishes.ts";
import { followGoLink } from "#lib/use-cases/links/follow-go-link.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Once per request, for the title and the page alike. */
const follow = cache((slug: string, orderNumber: string, signature: string) =>
  orNotFound(followGoLink(context(), { slug, orderNumber, signature })),
);

async function load({ params, searchParams }: RouteProps) {
  const [{ merchant }, given, sent] = await Promise.all([params, searchParams, headers()]);
  const query = onlyOnes(given);
  const outcome = await follow(merchant, query.get("order") ?? "", query.get("sig") ?? "");
  return { slug: merchant, query, outcome, wishes: readerWishes(sent, query.get("lang")) };
}

export async function generateMetadata(props: RouteProps): Promise<Metadata> {
  const { outcome, wishes } = await load(props);
  if (outcome.kind === "ready") return {};
  return { title: shopVoice(outcome.brand, wishes).say("preparing.title") };
}

/** The signed way in from a confirmation email: on to the order's page, or a page that waits for the order. */
export default async function GoRoute(props: RouteProps) {
  const { slug, query, outcome, wishes } = await load(props);
  const language = query.get("lang");
  if (outcome.kind === "ready") {
    redirect(`/t/${outcome.token}${language === null ? "" : `?lang=${encodeURIComponent(language)}`}`);
  }
  const { brand } = outcome;
  const voice = shopVoice(brand, wishes);
  return (
    <Document
      language={voice.language}
      css={brandCss(brand, voice.locale)}
      nonce={await requestNonce()}
      head={<BrandHead brand={brand} slug={slug} voice={voice} />}
    >
      <BrandBar brand={brand} slug={slug} voice={voice} />
      <Preparing voice={voice} look={nextLook(query)} />
    </Document>
  );
}

/** A parameter given twice is no parameter: the signature covers one. */
function onlyOnes(given: Record<string, string | string[] | undefined>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
