import type { ChangeReason, ChangeType } from '@/features/members/rules/membership-life';
import { changeLabels, changeReasonLabels } from '@/features/members/rules/membership-words';
import { groupMemberNumber } from '@/features/members/rules/numbers';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import type { IdentityDocumentType } from '@/lib/china/id/types';
import { formatFullDay } from '@/lib/dates';
import type { Paper, PaperCell } from '@/lib/documents/paper';
import { asked, type RecordField } from './fields';

export interface SheetFacts {
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthOn: string | null;
  readonly idType: IdentityDocumentType | null;
  readonly idMasked: string | null;
  readonly phoneMasked: string;
  readonly memberNo: string;
  readonly union: string;
  readonly employer: string | null;
  readonly occupation: string | null;
  readonly isNewForm: boolean;
  readonly joinedOn: string;
  readonly isCadre: boolean;
  readonly answers: Partial<Record<RecordField, string>>;
  /** The oldest first. */
  readonly changes: readonly {
    readonly on: string;
    readonly type: ChangeType;
    readonly reason: ChangeReason | null;
    readonly union: string;
  }[];
}

/** Lines of 会籍变化 that the one sheet has room for: the newest. */
const changesMost = 6;

const cell = (label: string, value: string | null | undefined): PaperCell => ({
  label,
  value: value ?? '',
});
const sexes = { male: '男', female: '女' } as const;

/**
 * 会员登记表 on one sheet, filled from what is on record; what is not stays blank, to write by hand. Numbers are
 * masked: the whole ones are not on paper that lies about. Source: domain.md §1.2.
 */
export function recordSheet(f: SheetFacts): Paper {
  const of = (field: RecordField): PaperCell => cell(asked[field].label, f.answers[field]);
  const changes = f.changes
    .slice(-changesMost)
    .map(({ on, type, reason, union }) =>
      [formatFullDay(on), changeLabels[type], reason && changeReasonLabels[reason], union]
        .filter(Boolean)
        .join('，'),
    );
  return {
    ...{ title: '工会会员登记表', number: '', to: '', paragraphs: [], signer: '', date: '' },
    rows: [
      [cell('姓名', f.name), cell('性别', f.sex && sexes[f.sex])],
      [cell('出生日期', f.birthOn && formatFullDay(f.birthOn)), of('ethnicity')],
      [
        cell('证件类别', f.idType && identityDocumentLabels[f.idType]),
        cell('证件号码', f.idMasked),
      ],
      [of('education'), of('political')],
      [of('skill'), of('work_state')],
      [of('household_kind'), of('household_place')],
      [of('native_place'), of('rural_worker')],
      [cell('移动电话', f.phoneMasked), cell('职业', f.occupation)],
      [cell('工作单位', f.employer)],
      [cell('新就业形态', f.isNewForm ? '是' : '否'), of('platform')],
      [of('service_area'), cell('是否工会干部', f.isCadre ? '是' : '否')],
      [cell('会员号', groupMemberNumber(f.memberNo)), cell('入会日期', formatFullDay(f.joinedOn))],
      [cell('所在工会', f.union)],
      [cell('会籍变化', changes.join('\n'))],
      [cell('本人签名', '\n　　　　　　　　　　　　　　　　　　年　　月　　日')],
      [cell('基层工会意见', '\n（盖章）　　　　　　　　　　　　　年　　月　　日')],
    ],
  };
}
