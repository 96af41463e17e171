import { z } from "zod";
import { emailCell, instantCell, optional, textCell, wordCell, yesNoCell } from "#lib/orders/cells.ts";
import { oneRowFormat } from "#lib/orders/one-row-format.ts";

/** What shoppers agreed to or refused: one row a decision. */
export const consentsCsv = oneRowFormat({
  kind: "consents",
  about: "what shoppers agreed to or refused, one row a decision; the newest counts",
  columns: [
    { name: "Email", required: true, about: "who decided" },
    { name: "Channel", required: true, about: "email, sms or push" },
    { name: "Purpose", required: true, about: "status or marketing" },
    { name: "Granted", required: true, about: "yes or no" },
    { name: "Recorded at", required: true, about: "when: 2026-03-31 14:05:00 +0000" },
    { name: "Source", required: false, about: "where they said so; else: file" },
  ],
  entry: { column: "Email", noun: "Consent of" },
  keyOf: (cells) =>
    [
      cells.Email?.trim().toLowerCase(),
      cells.Channel?.trim(),
      cells.Purpose?.trim(),
      cells["Recorded at"]?.trim(),
    ].join("|"),
  dateColumn: "Recorded at",
  schema: (zone) =>
    z.object({
      Email: emailCell,
      Channel: wordCell(["email", "sms", "push"]),
      Purpose: wordCell(["status", "marketing"]),
      Granted: yesNoCell,
      "Recorded at": instantCell(zone),
      Source: optional(textCell),
    }),
  draftOf: (row) => ({
    kind: "consent",
    email: row.Email,
    channel: row.Channel,
    purpose: row.Purpose,
    granted: row.Granted,
    source: row.Source ?? "file",
    recordedAt: row["Recorded at"],
  }),
});
