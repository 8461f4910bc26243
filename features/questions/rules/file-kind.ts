import type { answerFileKinds } from '@/db/schema/enums';
import { firstOf } from '@/lib/characters';

export type FileKind = (typeof answerFileKinds)[number];

const beginnings: readonly (readonly [FileKind, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

export const mediaTypes: Record<FileKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
};

/** What a file is by its first bytes, whatever its name says; null for anything but JPEG, PNG, PDF. */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  const found = beginnings.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  return found?.[0] ?? null;
}

const MEGABYTE = 1_048_576;

/**
 * Why a file cannot be an answer, or null. It is never opened: size and first bytes decide, so that
 * nothing inside it can unfold.
 */
export function fileProblem(bytes: Uint8Array, mostMegabytes: number): string | null {
  if (bytes.length === 0) return '文件是空的，请重新选';
  if (bytes.length > mostMegabytes * MEGABYTE) {
    return `文件超过 ${mostMegabytes} MB，请压缩或重拍后再传`;
  }
  return fileKindOf(bytes) ? null : '只收 JPG、PNG 图片或 PDF，请换一个文件';
}

/** A name that is safe in a header and on a disk: no path, no control characters, at most 80 long. */
export function safeFileName(name: string, kind: FileKind): string {
  const plain = name
    .replace(/[\p{C}\uFFFD\\/:*?"<>|]/gu, ' ')
    .replace(/\.[^.]*$/, '')
    .trim();
  const ending = kind === 'jpeg' ? 'jpg' : kind;
  return `${firstOf(plain, 60) || '附件'}.${ending}`;
}
