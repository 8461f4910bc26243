'use client';
import { type ChangeEvent, useState } from 'react';
import { FileField } from './file-field';

/** The same picture as a JPEG of at most so many pixels; itself when it cannot be read. */
async function smaller(file: File, pixels: number): Promise<File> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, pixels / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8));
  return blob ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file;
}

/** The phone makes pictures small before sending; one that it cannot read stays as chosen. */
async function shrink(input: HTMLInputElement, pixels: number) {
  const list = new DataTransfer();
  for (const file of Array.from(input.files ?? []))
    list.items.add(await smaller(file, pixels).catch(() => file));
  input.files = list.files;
}

interface PhotoFieldProps {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** The longer side after shrinking: what looking at it needs. */
  pixels: number;
  limits?: string;
  /** How many may be chosen at once; one, when absent. More are not even read: the choice is emptied. */
  most?: number;
  /** A PDF is taken as well. */
  documents?: boolean;
}

/** Photos from the phone. Without JavaScript a file goes as it is, up to the limit that the server says. */
export function PhotoField({ pixels, limits, most = 1, documents, ...words }: PhotoFieldProps) {
  const [chosen, setChosen] = useState(0);
  const unit = documents ? '份' : '张';
  const onChange = (event: ChangeEvent<HTMLDivElement>) => {
    const input: unknown = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const files = input.files?.length ?? 0;
    setChosen(files);
    if (files > most) input.value = '';
    // The answer says what is wrong with what cannot be read.
    else shrink(input, pixels).catch(() => undefined);
  };
  return (
    <div onChangeCapture={onChange}>
      <FileField
        {...words}
        multiple={most > 1}
        accept={documents ? 'image/*,application/pdf' : 'image/jpeg,image/*'}
        buttonText={documents ? '拍照或选文件' : undefined}
        limits={limits ?? '手机里的照片就行，会自动缩小'}
      />
      {chosen > most && (
        <p role="alert" className="mt-2 text-secondary text-error">
          错误：一次最多 {most} {unit}，您选了 {chosen} {unit}，一{unit}也没有传。请少选一些
        </p>
      )}
    </div>
  );
}
