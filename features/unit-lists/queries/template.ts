import 'server-only';
import { type SheetColumn, spreadsheet } from '@/lib/documents/spreadsheet';

const empty = () => null;

/**
 * The workbook that a chair fills in: the headings that reading knows, in wide columns, and nobody below them.
 * @param forChildren with a column for the child
 */
export async function unitListTemplate(
  forChildren: boolean,
): Promise<{ name: string; content: Buffer }> {
  const columns: SheetColumn<never>[] = [
    { header: forChildren ? '职工姓名' : '姓名', width: 20, value: empty },
    { header: '手机号', width: 20, value: empty },
  ];
  if (forChildren) columns.push({ header: '孩子姓名', width: 20, value: empty });
  const content = await spreadsheet({ sheet: '名单', columns, rows: [] });
  return { name: `单位名单模板${forChildren ? '（托管班）' : ''}.xlsx`, content };
}
