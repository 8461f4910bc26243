'use client';
import type { ChangeEvent } from 'react';
import { FileField } from '@/components/forms/file-field';

const PIXELS = 480;

/** A face for comparing at the door needs no more: the phone makes the picture small before sending. */
async function shrink(input: HTMLInputElement, file: File) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, PIXELS / Math.max(picture.width, picture.height));
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

/** 照片（选填）. Without JavaScript the file goes as it is, up to the limit that is said. */
export function PhotoField({ name, label }: { name: string; label: string }) {
  const onChange = (event: ChangeEvent<HTMLDivElement>) => {
    const input: unknown = event.target;
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    // An unreadable picture stays as chosen; the answer then says what is wrong with it.
    if (input instanceof HTMLInputElement && file) shrink(input, file).catch(() => undefined);
  };
  return (
    <div onChange={onChange}>
      <FileField
        name={name}
        label={label}
        optional
        accept="image/jpeg,image/*"
        limits="手机里的照片就行，会自动缩小"
      />
    </div>
  );
}
