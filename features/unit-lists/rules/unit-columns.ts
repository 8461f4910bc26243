/** Where on a line the worker, the phone and the child stand; -1 when nowhere. */
export interface Columns {
  readonly name: number;
  readonly phone: number;
  readonly child: number;
}

/** A heading without what officers add to it: * （必填） ：. */
const plain = (cell: string) => cell.replace(/[（(【[][^）)】\]]*[）)】\]]|[\s*＊：:]/g, '');

const OWN = /^(职工|会员|家长|员工|监护人|本人|报名人|申请人|父母|父亲|母亲|联系人)的?(姓名|名字)$/;
const NAME = /^(姓名|名字|人员姓名|真实姓名)$/;
const CHILD = /^(孩子|子女|儿童|学生|幼儿|小孩|宝宝|学员)的?(姓名|名字)?$/;

/** How surely a heading is that of the phone a text can reach; 0 for what is no phone at all. */
function phoneRank(cell: string): number {
  if (/身份证|证件|银行|卡号|微信|社保/.test(cell)) return 0;
  if (/手机|移动电话/.test(cell)) return /孩子|学生|幼儿|紧急/.test(cell) ? 3 : 4;
  if (/固话|固定|座机|办公|宅电|单位电话|紧急/.test(cell)) return 1;
  return /电话|联系方式|联系号码/.test(cell) ? 2 : 0;
}

function phoneAmong(cells: readonly string[]): number {
  const ranks = cells.map(phoneRank);
  const best = Math.max(0, ...ranks);
  return best === 0 ? -1 : ranks.indexOf(best);
}

/** Columns by their headings, or null when this is no row of headings. */
function headings(row: readonly string[], forChildren: boolean): Columns | null {
  const cells = row.map(plain);
  const at = (words: RegExp) => cells.findIndex((cell) => words.test(cell));
  const [own, name, child, phone] = [at(OWN), at(NAME), at(CHILD), phoneAmong(cells)];
  if (phone < 0 || Math.max(own, name, child) < 0) return null;
  if (!forChildren)
    return { name: [own, name, child].find((one) => one >= 0) ?? -1, phone, child: -1 };
  // “姓名” beside “家长姓名” is the child's.
  if (child < 0 && own >= 0) return { name: own, phone, child: name };
  return { name: own >= 0 ? own : name, phone, child };
}

const FIRST_ROWS = 10;

/**
 * The row of headings among the first ten: above it stands a title, below it the people. Null when none of
 * the ten is one: the columns of each line are then guessed.
 */
export function findHeadings(
  rows: readonly (readonly string[])[],
  forChildren: boolean,
): { at: number; columns: Columns } | null {
  for (const [at, row] of rows.slice(0, FIRST_ROWS).entries()) {
    const columns = headings(row, forChildren);
    if (columns) return { at, columns };
  }
  return null;
}

const digits = (cell: string) => cell.replace(/[\s-]/g, '');
const isMobile = (cell: string) => /^(\+?86)?1[3-9]\d{9}$/.test(digits(cell));
const isDocument = (cell: string) => /^(\d{15}|\d{17}[\dXx])$/.test(digits(cell));

/** Without headings: the cell that looks like a phone, and the first that are words. */
export function guessColumns(row: readonly string[]): Columns {
  const filled = row.map((cell, at) => ({ cell, at })).filter(({ cell }) => cell.trim() !== '');
  const rest = filled.filter(({ cell }) => !isDocument(cell));
  const mobile = rest.find(({ cell }) => isMobile(cell));
  const phone = (mobile ?? rest.find(({ cell }) => /\d{7,}/.test(digits(cell))))?.at ?? -1;
  const words = rest.filter(({ cell, at }) => at !== phone && !/^[\d\s./-]+$/.test(cell));
  return { name: words[0]?.at ?? -1, phone, child: words[1]?.at ?? -1 };
}
