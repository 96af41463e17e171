import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { PEER_HEADER } from "./peer-header.ts";

/**
 * Notes on every request of this process who is at the other end of its connection. Next hands a route no socket, and takes
 * `X-Forwarded-For` from a client as it is. Node tells of a request before any listener sees it.
 */
export function notePeers(): void {
  subscribe("http.server.request.start", (message) => {
    const request = typeof message === "object" && message !== null && "request" in message ? message.request : null;
    if (request instanceof IncomingMessage) request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
  });
}
