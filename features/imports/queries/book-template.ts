import 'server-only';
import { listOccupations } from '@/features/members/queries/occupations';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { formSheet } from '@/lib/documents/form-sheet';
import { read } from '@/lib/transaction';
import { bookFields, bookLabels } from '../rules/books';

const notes = [
  '在第一张表里填，一行一个人。第一行的栏名不要改；自己的表有别的栏也可以，导入时再对栏。',
  '证件号码、手机号请保持文本格式，否则表格软件会丢掉后几位。',
  '传上来先核对，核对以前库里什么都不改。',
];

/** The workbook of a book of members to fill in: headings, what they mean, an example. Nobody is in it. */
export async function bookTemplate(ctx: Ctx): Promise<{ name: string; content: Buffer }> {
  const occupations = await read(ctx, (tx) => listOccupations(tx, todayOn(tx.now)));
  const options: Record<string, readonly string[]> = {
    occupation: occupations.map(({ name }) => name),
    idType: [identityDocumentLabels.resident_id, identityDocumentLabels.residence_permit],
  };
  const columns = bookFields.members.map(({ key, label, hint, example, required }) => ({
    ...{ header: label, hint, example, required, options: options[key] },
  }));
  const content = await formSheet({ sheet: bookLabels.members, columns, notes });
  return { name: '会员名册模板.xlsx', content };
}
