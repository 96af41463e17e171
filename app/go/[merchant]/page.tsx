import { headers } from "next/headers";
import { redirect } from "next/navigation";
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

/** The signed way in from a confirmation email: on to the order's page, or a page that waits for the order. */
export default async function GoRoute({ params, searchParams }: RouteProps) {
  const [{ merchant: slug }, given, sent] = await Promise.all([params, searchParams, headers()]);
  const query = onlyOnes(given);
  const asked = { slug, orderNumber: query.get("order") ?? "", signature: query.get("sig") ?? "" };
  const outcome = await orNotFound(followGoLink(context(), asked));
  const language = query.get("lang");
  if (outcome.kind === "ready") {
    redirect(`/t/${outcome.token}${language === null ? "" : `?lang=${encodeURIComponent(language)}`}`);
  }
  const { brand } = outcome;
  const voice = shopVoice(brand, readerWishes(sent, language));
  return (
    <Document
      language={voice.language}
      title={voice.say("preparing.title")}
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
