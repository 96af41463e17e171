/** Our own note on a request: the address at the other end of its connection. Written over whatever a client sent. */
export const PEER_HEADER = "x-porchlight-peer";
