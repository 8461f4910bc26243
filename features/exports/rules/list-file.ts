import type { FileContent } from '@/lib/http/file-answer';
import type { ExportFormat } from './list-link';

const types: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The answer that a list is sent with, to save under its Chinese name. */
export const listFile = (
  { name, format }: { readonly name: string; readonly format: ExportFormat },
  content: ReadableStream<Uint8Array>,
): FileContent => ({
  content,
  type: types[format],
  name: `list.${format}`,
  chineseName: name,
});
