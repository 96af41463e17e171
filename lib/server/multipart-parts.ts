/** One field of a form: `fileName` is null for plain text. Its chunks have to be read before the next part is asked for. */
export type FormPart = {
  readonly name: string;
  readonly fileName: string | null;
  readonly chunks: AsyncIterable<Uint8Array>;
};

/** The form ended before its end, or is none. */
export class BrokenForm extends Error {
  override readonly name = "BrokenForm";
}

const LONGEST_HEAD = 4_096;
const LINE = Buffer.from("\r\n");
const BLANK_LINE = Buffer.from("\r\n\r\n");

/** The boundary of a `multipart/form-data` body; null for any other type. RFC 7578, RFC 2046 section 5.1.1. */
export function boundaryOf(contentType: string | null): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? "") ?? [];
  return quoted ?? plain ?? null;
}

/**
 * Reads a form part by part as it comes in, never more of it than a chunk and a boundary: a file of any size passes through.
 * Throws `BrokenForm` for one that ends too early.
 */
export async function* multipartParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart, void, void> {
  const input = bufferedInput(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  for await (const _ of input.until(delimiter)) {
    // What stands before the first boundary means nothing.
  }
  while (!(await input.isEnd())) {
    const head = await input.head();
    const chunks = input.until(delimiter);
    yield { ...dispositionOf(head), chunks };
    for await (const _ of chunks) {
      // Whoever did not read the part to its end is done with it.
    }
  }
}

function bufferedInput(body: AsyncIterable<Uint8Array>) {
  const source = body[Symbol.asyncIterator]();
  // The first boundary has no line before it.
  let held: Buffer = LINE;

  async function more(): Promise<void> {
    const next = await source.next();
    if (next.done === true) throw new BrokenForm("The form ended before its end");
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
  }

  /** Everything up to the delimiter, which is taken too. */
  async function* until(delimiter: Buffer): AsyncGenerator<Uint8Array, void, void> {
    for (;;) {
      const at = held.indexOf(delimiter);
      const size = at === -1 ? Math.max(0, held.length - delimiter.length + 1) : at;
      const found = held.subarray(0, size);
      held = held.subarray(at === -1 ? size : at + delimiter.length);
      if (found.length > 0) yield found;
      if (at !== -1) return;
      await more();
    }
  }

  return {
    until,
    /** Behind a boundary: whether it was the last one. */
    async isEnd(): Promise<boolean> {
      while (held.length < 2) await more();
      const mark = held.toString("latin1", 0, 2);
      held = held.subarray(2);
      if (mark !== "--" && mark !== "\r\n")
        throw new BrokenForm("A boundary is followed by neither a part nor the end");
      return mark === "--";
    },
    async head(): Promise<string> {
      while (held.indexOf(BLANK_LINE) === -1) {
        if (held.length > LONGEST_HEAD) throw new BrokenForm("A part's head is too long");
        await more();
      }
      const end = held.indexOf(BLANK_LINE);
      const head = held.toString("utf8", 0, end);
      held = held.subarray(end + BLANK_LINE.length);
      return head;
    },
  };
}

/** Browsers write quotes and line breaks in names as `%22`, `%0D` and `%0A`, and nothing else in that way. */
function dispositionOf(head: string): Pick<FormPart, "name" | "fileName"> {
  const line = head.split("\r\n").find((one) => /^content-disposition:/i.test(one)) ?? "";
  const [, name] = /[;\s]name="([^"]*)"/i.exec(line) ?? [];
  const [, fileName] = /[;\s]filename="([^"]*)"/i.exec(line) ?? [];
  if (name === undefined) throw new BrokenForm("A part has no name");
  return { name: unescaped(name), fileName: fileName === undefined ? null : unescaped(fileName) };
}

function unescaped(text: string): string {
  return text.replaceAll(/%(22|0D|0A)/gi, (_, code: string) => (code === "22" ? '"' : " "));
}
