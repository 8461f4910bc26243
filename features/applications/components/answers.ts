import type { SummaryRow } from '@/components/ui/summary-list';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import type { IdentityDocumentType } from '@/lib/china/id/types';
import { formatFullDay } from '@/lib/dates';
import { type Origin, questionPath } from '../rules/paths';
import type { JoinQuestion } from '../rules/questions';

export interface ShownAnswers {
  readonly name: string | null;
  readonly idType: string | null;
  readonly idMasked: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly birthOn: string | null;
  readonly phoneTail: string;
  readonly occupationName: string | null;
  readonly employerName: string | null;
  readonly unionName: string | null;
}

const sexNames = { male: '男', female: '女' } as const;

/** 身份证号, or the name of the other document. */
export const documentName = (type: string | null): string =>
  type === null || type === 'resident_id'
    ? '身份证号'
    : `${identityDocumentLabels[type as IdentityDocumentType] ?? '证件'}号码`;

export const sexName = (sex: 'male' | 'female' | null): string => (sex ? sexNames[sex] : '');

const missing = '还没有填';

/** Rows of 本人 on the check page; with `from` each can be changed and leads back. */
export function personRows(a: ShownAnswers, from?: Origin): SummaryRow[] {
  const change = (question: JoinQuestion) => from && questionPath(question, from);
  return [
    { question: '姓名', answer: a.name ?? missing, changeHref: change('name') },
    {
      question: documentName(a.idType),
      answer: a.idMasked ?? missing,
      changeHref: change('id'),
    },
    {
      question: '性别和生日（由证件得出）',
      answer: a.birthOn ? `${sexName(a.sex)}，${formatFullDay(a.birthOn)}` : missing,
    },
    { question: '手机号', answer: `尾号 ${a.phoneTail}（登录用的手机）` },
  ];
}

/** Rows of 工作 on the check page. */
export function workRows(a: ShownAnswers, from?: Origin): SummaryRow[] {
  const change = (question: JoinQuestion) => from && questionPath(question, from);
  return [
    {
      question: '职业',
      answer: a.occupationName ?? missing,
      changeHref: change('occupation'),
    },
    {
      question: '工作单位',
      answer: a.employerName ?? (a.unionName ? '没有固定单位' : missing),
      changeHref: change('workplace'),
    },
    { question: '由哪个工会核对', answer: a.unionName ?? missing },
  ];
}
