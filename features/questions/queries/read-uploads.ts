import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { type FileKind, fileKindOf, fileProblem } from '../rules/file-kind';
import type { SentAnswers } from '../schema/answer';
import { answerFileMegabytes } from '../settings';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
}

export type Uploads = ReadonlyMap<string, Upload | { readonly problem: string }>;

/**
 * The files of a form, by question: looked at by size and first bytes only, before anything is locked.
 */
export async function readUploads(ctx: Ctx, sent: SentAnswers): Promise<Uploads> {
  const files = [...sent].flatMap(([id, value]) =>
    value instanceof File ? [[id, value] as const] : [],
  );
  if (files.length === 0) return new Map();
  const { answerFileMegabytes: most } = await readSettings(ctx, { answerFileMegabytes });
  const found = new Map<string, Upload | { readonly problem: string }>();
  for (const [id, file] of files) {
    // Only as much as decides: what is far too large is not read into memory at all.
    const bytes = new Uint8Array(await file.slice(0, most * 1_048_576 + 1).arrayBuffer());
    const kind = fileKindOf(bytes);
    const problem = fileProblem(bytes, most);
    found.set(id, problem || !kind ? { problem: problem ?? '' } : { name: file.name, bytes, kind });
  }
  return found;
}
