/**
 * The body of a request, or null when it is longer than `most` bytes. What a client announces is not what it sends, so the
 * bytes are counted as they come.
 */
export async function bytesWithin(request: Pick<Request, "body">, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
