import * as z from "zod";
import { type Answer, type AskedOf, json, parsed } from "./answer.ts";
import { pushRequest, sendRequest } from "./push-target.ts";
import type { Pushes } from "./pushes.ts";

/** `/sandbox/pushes`: who is told, and what became of it. Null for any other request. */
export function pushAnswer({ method, path, body }: AskedOf, pushes: Pushes): Answer | null {
  switch (`${method} ${path}`) {
    case "GET /pushes":
      return json(200, { pushes: pushes.all() });
    case "DELETE /pushes":
      pushes.removeAll();
      return json(200, {});
    case "PUT /pushes": {
      const request = pushRequest.safeParse(parsed(body));
      if (!request.success) return json(400, { error: z.prettifyError(request.error) });
      pushes.put(request.data);
      return json(200, {});
    }
    case "POST /pushes/send": {
      const request = sendRequest.safeParse(parsed(body));
      if (!request.success) return json(400, { error: z.prettifyError(request.error) });
      return json(200, pushes.send(request.data.carrier, request.data.numbers));
    }
    default:
      return null;
  }
}
