import { keptScheme } from "#lib/server/desk-colours.ts";
import { onwardFrom } from "#lib/server/desk-doors.ts";
import { anyonesForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";

/** Keeps the desk's colours in this browser. Nothing else hangs on them, so whoever is here may choose. */
export function POST(request: Request): Promise<Response> {
  return anyonesForm(request, async ({ fields }) => {
    const place = fields.at === "colours" ? "#colours" : "";
    return seeOther(`${onwardFrom(fields.to)}${place}`, [keptScheme(fields.scheme)]);
  });
}

/** Somebody came here by a link or went back. */
export function GET(): Response {
  return seeOther("/admin");
}
