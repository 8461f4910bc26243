import { createHash } from 'node:crypto';
import { z } from 'zod';

export interface SentFile {
  readonly bytes: Uint8Array;
  /** By which a form's one-time key knows the file again: its sum, not a list of its bytes. */
  readonly toJSON: () => string;
}

const MEGABYTE = 1_048_576;

/**
 * The field of a file: its bytes, or words for the field. Only its size is looked at; what it is decides who
 * reads it.
 * @param megabytes how large it may be
 * @param required said when none was chosen
 */
export const fileInput = ({ megabytes, required }: { megabytes: number; required: string }) =>
  z
    .instanceof(File, { error: required })
    .refine(({ size }) => size > 0, '文件是空的，请重新选')
    .refine(({ size }) => size <= megabytes * MEGABYTE, `文件超过 ${megabytes} MB，请换小一点的`)
    .transform(async (file): Promise<SentFile> => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { bytes, toJSON: () => createHash('sha256').update(bytes).digest('hex') };
    });

/** The field in which several files may be chosen: a list of what `fileInput` makes of each. */
export const filesInput = (one: { megabytes: number; required: string }) =>
  z.preprocess(
    (v) => (v === undefined ? [] : [v].flat()),
    z.array(fileInput(one)).min(1, one.required),
  );
