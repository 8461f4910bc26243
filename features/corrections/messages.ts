import { unstopped } from '@/lib/text';
import { fieldWords } from './rules/identity';

interface Case {
  readonly id: string;
  readonly number: string;
  readonly fields: readonly string[];
}

// No name, no number, and not whose: a lock screen is read by others too.
const sms = {
  template: 'correction',
  params: {},
  text: '您的资料更正申请已有结果，请登录查看。',
};

const link = ({ id }: Pick<Case, 'id'>) => `/me/corrections/${id}`;

/** The receipt. */
export const askedNotice = (c: Case, union: string) => ({
  title: `更正申请已提交：${fieldWords(c.fields)}`,
  body: `${c.number} 已送到${union}，核对证明后答复您。更正前预约和名额照旧。`,
  link: link(c),
  quiet: true,
  dedupeKey: `correction:${c.id}:asked`,
});

/** To each officer of the desk; whose it is stays inside the system. */
export const toDeskNotice = (c: Case) => ({
  title: `资料更正 ${c.number} 等您核对`,
  body: `申请更正${fieldWords(c.fields)}，请对照证明照片办理。`,
  link: `/desk/corrections?case=${c.id}`,
  dedupeKey: `correction:${c.id}:desk`,
});

/** To the person, or to every guardian of the child. */
export const correctedNotice = (c: Case, of: { isChild: boolean; cameOfAge: boolean }) => ({
  title: `${of.isChild ? '孩子的资料' : '资料'}已更正：${fieldWords(c.fields)}`,
  body: of.cameOfAge
    ? `${c.number} 已更正。按更正后的出生日期，孩子已满 18 周岁，监护到此结束。`
    : `${c.number} 已更正，预约和名额照旧。如果不是您要求的，请立即联系工会。`,
  link: of.cameOfAge ? '/me/family' : link(c),
  sms,
  dedupeKey: `correction:${c.id}:decided`,
});

/** To the same: why nothing was put right, and what to do. */
export const refusedNotice = (c: Case, of: { union: string; answer: string }) => ({
  title: `没有更正：${fieldWords(c.fields)}`,
  body: `${of.union}答复 ${c.number}：${unstopped(of.answer)}。`,
  link: link(c),
  sms,
  dedupeKey: `correction:${c.id}:decided`,
});
