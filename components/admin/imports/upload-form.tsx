"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Choice } from "#components/ui/choice.tsx";

type UploadFormProps = {
  readonly action: string;
  readonly mostBytes: number;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly words: {
    readonly hint: string;
    readonly drop: string;
    readonly kind: string;
    readonly look: string;
    readonly sending: string;
    readonly sendFailed: string;
    readonly tooLarge: string;
    readonly noFile: string;
  };
};

/** How much of the file is sent, and what went wrong. */
type Sending = { readonly share: number | null; readonly error: string | null };

/** Brings a file: a plain form, which with script says how much has been sent. Browsers take a drop on the field themselves. */
export function UploadForm({ action, mostBytes, kinds, words }: UploadFormProps) {
  const [sending, setSending] = useState<Sending>({ share: null, error: null });
  const input = useRef<HTMLInputElement>(null);
  const request = useRef<XMLHttpRequest>(null);
  useEffect(() => () => request.current?.abort(), []);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    const fail = (error: string) => setSending({ share: null, error });
    if (file === undefined) return fail(words.noFile);
    if (file.size > mostBytes) return fail(words.tooLarge);
    const say = (share: number) => setSending({ share, error: null });
    say(0);
    request.current = sent(event.currentTarget, { onShare: say, onFail: () => fail(words.sendFailed) });
  };
  return (
    <form className="upload" method="post" action={action} encType="multipart/form-data" onSubmit={send} noValidate>
      <Choice id="kind" name="kind" label={words.kind} options={kinds} defaultValue="" />
      <div className="field">
        <label className="field-label" htmlFor="file">
          {words.drop}
        </label>
        <p id="file-hint" className="field-hint">
          {words.hint}
        </p>
        <input
          ref={input}
          id="file"
          className="upload-file"
          type="file"
          name="file"
          accept=".csv,.gz,.tsv,.txt,text/csv,application/gzip"
          aria-describedby={sending.error === null ? "file-hint" : "file-hint file-error"}
          aria-invalid={sending.error === null ? undefined : true}
          onChange={() => setSending({ share: null, error: null })}
        />
        {sending.error !== null && (
          <p id="file-error" className="field-error" role="alert">
            {sending.error}
          </p>
        )}
      </div>
      {sending.share === null ? (
        <button type="submit" className="button">
          {words.look}
        </button>
      ) : (
        <div className="upload-sending" role="status">
          <p>{words.sending}</p>
          <progress className="share-bar" max={1} value={sending.share} aria-label={words.sending} />
        </div>
      )}
    </form>
  );
}

/** Posts the form with news of its way, and goes where the answer leads. */
function sent(
  form: HTMLFormElement,
  { onShare, onFail }: { readonly onShare: (share: number) => void; readonly onFail: () => void },
): XMLHttpRequest {
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
  request.onerror = onFail;
  request.onload = () => {
    if (request.status < 400 && request.responseURL !== "") window.location.assign(request.responseURL);
    else onFail();
  };
  request.send(new FormData(form));
  return request;
}
