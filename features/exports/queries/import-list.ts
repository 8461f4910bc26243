import 'server-only';
import { z } from 'zod';
import { booksOf } from '@/features/imports/policy';
import { type ImportItem, listImports } from '@/features/imports/queries/list-imports';
import { bookLabels } from '@/features/imports/rules/books';
import { importStatusLabels } from '@/features/imports/rules/import-words';
import { exportedList, onePart } from './opened-list';

/** 导入过的文件, all of them, as the page lists the last ones. */
export const importList = exportedList({
  name: 'imports',
  path: '/desk/imports',
  may: (actor) => booksOf(actor).length > 0,
  filter: z.object({}),
  columns: [
    { header: '文件', width: 34, value: (one: ImportItem) => one.file_name },
    { header: '名册', width: 12, value: (one) => bookLabels[one.book] },
    { header: '工会', width: 24, value: (one) => one.union_name },
    { header: '结果', width: 12, value: (one) => importStatusLabels[one.status] },
    { header: '行', width: 10, value: (one) => one.rows },
    { header: '写入', width: 10, value: (one) => one.written },
    { header: '上传', width: 18, value: (one) => new Date(one.created_at) },
    { header: '撤销', width: 10, value: (one) => (one.may_undo ? '还能撤销' : '') },
  ],
  async list(tx, _, most) {
    const items = await listImports(tx, most + 1);
    return {
      title: '导入过的文件',
      words: [],
      total: items.length,
      organisationId: undefined,
      parts: () => onePart(async () => items),
    };
  },
});
