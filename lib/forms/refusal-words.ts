import { portal } from '../portal/portal';
import type { Refusal } from '../result';

/** Chinese words by refusal code; a function where they tell a number, a name or a time. */
export type RefusalWords = Record<
  string,
  string | ((detail: Record<string, string | number>) => string)
>;

/** What any command may answer, wherever it is called. */
const general: RefusalWords = {
  key_reused: '这份表单已经提交过，请刷新查看结果；还要再办请重新填写',
};

/** What happened and what to do, of one refusal; undefined where nobody wrote it down. */
export function refusalWords(
  words: RefusalWords | undefined,
  { reason, detail = {} }: Pick<Refusal, 'reason' | 'detail'>,
): string | undefined {
  const found = words?.[reason] ?? general[reason];
  if (typeof found !== 'function') return found;
  const { hotline, townWord } = portal();
  return found({ hotline, townWord, ...detail });
}
