"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useRef, useState } from "react";
import ReactCrop, { type PercentCrop } from "react-image-crop";
import { MOST_PICTURE_BYTES } from "#lib/brand/picture-bytes.ts";
import type { PictureRef } from "#lib/brand/tokens.ts";
import type { FormWords } from "#lib/desk/brand/form-words.ts";
import { useEditor } from "./editor-context.tsx";
import "react-image-crop/dist/ReactCrop.css";

type PictureUploadProps = {
  readonly place: "logo" | "logo-dark" | "favicon" | "hero";
  readonly label: string;
  readonly hint?: string;
  /** What hangs there now. */
  readonly shown: PictureRef | null;
  /** The paper that it is seen on here. */
  readonly ground?: "light" | "dark";
  /** Width by height that a cut keeps; null: any. */
  readonly aspect: number | null;
  /** Its heading stands above already. */
  readonly isAlone?: boolean;
  /** What it shows has to be said in words. */
  readonly asksAlt?: boolean;
};

const WHOLE: PercentCrop = { unit: "%", x: 0, y: 0, width: 100, height: 100 };

/**
 * Hangs a picture: choose a file, say what of it is shown, send it. The server cuts from the original. Without JavaScript all
 * of it is taken.
 */
export function PictureUpload(props: PictureUploadProps) {
  const { place, label, hint, shown, ground = "light", isAlone = false } = props;
  const { base, words, slug, form } = useEditor();
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = `brand-file-${place}`;
  const { hero } = form;
  const read = (file: File | undefined) => {
    setProblem(null);
    setChosen(null);
    if (file === undefined) return;
    if (file.size > MOST_PICTURE_BYTES) return setProblem(words.tooLarge);
    const reader = new FileReader();
    reader.onload = () => setChosen(typeof reader.result === "string" ? reader.result : null);
    reader.readAsDataURL(file);
  };
  return (
    <div className="brand-picture">
      {!isAlone && <p className="field-label">{label}</p>}
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      {shown !== null && (
        <img
          className={`brand-picture-shown ground-${ground}`}
          src={`/media/${slug}/${shown.pictureId}`}
          alt={label}
          width={shown.width}
          height={shown.height}
        />
      )}
      <form method="post" action={`${base}/picture`} encType="multipart/form-data" className="brand-upload">
        <input type="hidden" name="place" value={place} />
        {props.asksAlt === true && shown === null && <AltField />}
        {props.asksAlt === true && hero !== null && <input type="hidden" name="alt" value={hero.alt} />}
        <label className="button button-quiet brand-file" htmlFor={id}>
          {shown === null ? words.choose : words.another}
          <input
            id={id}
            className="brand-file-input"
            type="file"
            name="file"
            accept="image/png,image/jpeg,image/webp"
            aria-label={`${label}: ${shown === null ? words.choose : words.another}`}
            aria-describedby={`${id}-about`}
            onChange={({ target }) => read(target.files?.[0])}
          />
        </label>
        <span id={`${id}-about`} className="field-hint">
          {words.fileHint}
        </span>
        {problem !== null && (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        {chosen !== null && <CropDialog {...props} source={chosen} onClose={() => setChosen(null)} fileId={id} />}
        <noscript>
          <button type="submit" className="button">
            {words.take}
          </button>
        </noscript>
      </form>
      {shown !== null && (
        <form method="post" action={`${base}/picture`}>
          <input type="hidden" name="place" value={place} />
          <button type="submit" name="remove" value="1" className="brand-quiet">
            {words.takeDown}
          </button>
        </form>
      )}
    </div>
  );
}

function AltField() {
  const { words } = useEditor();
  return (
    <div className="field">
      <label className="field-label" htmlFor="brand-new-alt">
        {words.heroAlt}
      </label>
      <p id="brand-new-alt-hint" className="field-hint">
        {words.heroAltHint}
      </p>
      <input
        id="brand-new-alt"
        className="input"
        name="alt"
        dir="auto"
        autoComplete="off"
        maxLength={300}
        aria-describedby="brand-new-alt-hint"
      />
    </div>
  );
}

type CropDialogProps = PictureUploadProps & {
  readonly source: string;
  readonly fileId: string;
  readonly onClose: () => void;
};

/** What of the picture is shown: dragged, or moved with the arrow keys; all of it where nothing is cut. */
function CropDialog({ source, label, aspect, fileId, onClose }: CropDialogProps) {
  const { words, tell } = useEditor();
  const [crop, setCrop] = useState<PercentCrop>(WHOLE);
  const confirm = useRef<HTMLButtonElement>(null);
  const send = async () => {
    const field = document.getElementById(fileId);
    const form = field instanceof HTMLInputElement ? field.form : null;
    if (form === null) return;
    for (const side of ["x", "y", "width", "height"] as const) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name: `crop.${side}`, value: String(crop[side] / 100) });
      form.append(input);
    }
    await tell();
    form.submit();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="brand-shade" />
        <Dialog.Popup className="brand-dialog" initialFocus={confirm}>
          <Dialog.Title className="brand-subheading">{words.crop}</Dialog.Title>
          <Dialog.Description className="field-hint">{words.cropHint}</Dialog.Description>
          <div className="brand-crop">
            <ReactCrop
              crop={crop}
              {...(aspect === null ? {} : { aspect })}
              keepSelection
              ariaLabels={handleNames(words)}
              ruleOfThirds
              onChange={(_, percent) => setCrop(percent)}
            >
              <img src={source} alt={label} onLoad={({ currentTarget }) => setCrop(widest(currentTarget, aspect))} />
            </ReactCrop>
          </div>
          <div className="brand-dialog-ways">
            <button type="button" className="button button-quiet" onClick={() => setCrop(WHOLE)}>
              {words.whole}
            </button>
            <button type="button" className="button button-quiet" onClick={onClose}>
              {words.cancel}
            </button>
            <button ref={confirm} type="button" className="button" onClick={() => void send()}>
              {words.take}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function handleNames({ cropArea, cropHandle }: FormWords) {
  return {
    cropArea,
    nwDragHandle: cropHandle,
    nDragHandle: cropHandle,
    neDragHandle: cropHandle,
    eDragHandle: cropHandle,
    seDragHandle: cropHandle,
    sDragHandle: cropHandle,
    swDragHandle: cropHandle,
    wDragHandle: cropHandle,
  };
}

/** The most of a picture that has this shape, from its middle. */
function widest({ naturalWidth, naturalHeight }: HTMLImageElement, aspect: number | null): PercentCrop {
  if (aspect === null || naturalWidth === 0 || naturalHeight === 0) return WHOLE;
  const own = naturalWidth / naturalHeight;
  const width = own > aspect ? (aspect / own) * 100 : 100;
  const height = own > aspect ? 100 : (own / aspect) * 100;
  return { unit: "%", x: (100 - width) / 2, y: (100 - height) / 2, width, height };
}
