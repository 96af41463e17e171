import { consentsCsv } from "./consents-csv/format.ts";
import type { FileFormat, ImportKind } from "./file-format.ts";
import { loyaltyCsv } from "./loyalty-csv/format.ts";
import { onlineRetail } from "./online-retail/format.ts";
import { productsCsv } from "./products-csv/format.ts";
import { returnsCsv } from "./returns-csv/format.ts";
import { reviewsCsv } from "./reviews-csv/format.ts";
import { shipmentsCsv } from "./shipments-csv/format.ts";
import { shopifyCsv } from "./shopify-csv/format.ts";
import { subscriptionsCsv } from "./subscriptions-csv/format.ts";

/** Every file that can come in. A new order source is a folder beside these and one line here. */
export const fileFormats: Readonly<Record<ImportKind, FileFormat>> = {
  orders: shopifyCsv,
  shipments: shipmentsCsv,
  products: productsCsv,
  reviews: reviewsCsv,
  subscriptions: subscriptionsCsv,
  loyalty: loyaltyCsv,
  returns: returnsCsv,
  consents: consentsCsv,
  history: onlineRetail,
};
