import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BrandBar } from "#components/tracking/brand-bar.tsx";
import { Preparing } from "#components/tracking/preparing.tsx";
import { Document } from "#components/ui/document.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { chooseLocale } from "#lib/brand/locale.ts";
import { context } from "#lib/server/context.ts";
import { orNotFound } from "#lib/server/http-error.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import { followGoLink } from "#lib/use-cases/links/follow-go-link.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<{ order?: string | string[]; sig?: string | string[]; lang?: string | string[] }>;
};

export const metadata: Metadata = { title: "Your order" };

/** The signed way in from a confirmation email: on to the order's page, or a page that waits for the order. */
export default async function GoRoute({ params, searchParams }: RouteProps) {
  const [{ merchant }, query] = await Promise.all([params, searchParams]);
  const link = { slug: merchant, orderNumber: one(query.order), signature: one(query.sig) };
  const outcome = await orNotFound(followGoLink(context(), link));
  const language = one(query.lang);
  if (outcome.kind === "ready") {
    redirect(`/t/${outcome.token}${language === "" ? "" : `?lang=${encodeURIComponent(language)}`}`);
  }
  const { brand } = outcome;
  const locale = chooseLocale([language], brand);
  return (
    <Document locale={locale} css={brandCss(brand)} nonce={await requestNonce()}>
      <BrandBar brand={brand} slug={merchant} locale={locale} />
      <Preparing locale={locale} />
    </Document>
  );
}

/** A parameter given twice is no parameter: the signature covers one. */
function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
