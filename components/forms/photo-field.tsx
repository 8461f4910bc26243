'use client';
import type { ChangeEvent } from 'react';
import { FileField } from './file-field';

/** The phone makes the picture small before sending. */
async function shrink(input: HTMLInputElement, file: File, pixels: number) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, pixels / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8));
  if (!blob) return;
  const list = new DataTransfer();
  list.items.add(new File([blob], 'photo.jpg', { type: 'image/jpeg' }));
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
}

/** A photo from the phone. Without JavaScript the file goes as it is, up to the limit that the server says. */
export function PhotoField({ pixels, limits, ...words }: PhotoFieldProps) {
  const onChange = (event: ChangeEvent<HTMLDivElement>) => {
    const input: unknown = event.target;
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    // An unreadable picture stays as chosen; the answer then says what is wrong with it.
    if (input instanceof HTMLInputElement && file)
      shrink(input, file, pixels).catch(() => undefined);
  };
  return (
    <div onChange={onChange}>
      <FileField
        {...words}
        accept="image/jpeg,image/*"
        limits={limits ?? '手机里的照片就行，会自动缩小'}
      />
    </div>
  );
}
