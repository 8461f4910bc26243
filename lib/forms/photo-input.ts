import { z } from 'zod';
import { plainJpeg } from '../documents/plain-jpeg';

const sizeWords = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1_048_576)} MB`;

/**
 * The field of a photo: the bytes of a JPEG without what the camera wrote into it, null when none was
 * chosen, or words for the field.
 * @param most how large it may be: the file in bytes, and either side of the picture
 */
export const photoInput = (most: { readonly bytes: number; readonly pixels: number }) =>
  z
    .instanceof(File, { error: '请选一张照片' })
    .optional()
    .transform(async (file, check): Promise<Uint8Array | null> => {
      if (!file) return null;
      const refuse = (message: string) => {
        check.addIssue({ code: 'custom', message });
        return z.NEVER;
      };
      if (file.size === 0) return refuse('照片是空的，请重新选');
      if (file.size > most.bytes)
        return refuse(`照片太大，请选小一点的（${sizeWords(most.bytes)} 以内）`);
      const plain = plainJpeg(new Uint8Array(await file.arrayBuffer()), most);
      return plain.ok ? plain.bytes : refuse('只能用 JPG 照片，请重新拍一张');
    });
