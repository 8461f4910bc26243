import type { DeskCheck } from '@/features/review/rules/desk-checks';

/** Where the document of a 转会 request is on the books, as far as this officer may know. */
export type Holding =
  | {
      readonly kind: 'member';
      readonly union: string;
      readonly name: string;
      readonly memberNo: string;
    }
  | { readonly kind: 'applicant'; readonly union: string; readonly number: string }
  /** Outside the officer's scope: that it is somewhere, and nothing else. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'none' };

/**
 * 系统核对 of a 转会 request: where the 会籍 is, and whether both names are the same.
 * Source: domain.md §1.5.
 */
export function transferChecks(asked: string | null, holding: Holding): DeskCheck[] {
  switch (holding.kind) {
    case 'none':
      return [{ outcome: 'pass', text: '这个证件号现在没有会籍，可以请本人直接申请入会' }];
    case 'elsewhere':
      return [{ outcome: 'warn', text: '会籍或在办申请不在您管理的范围，请联系总工会组织部核对' }];
    case 'applicant':
      return [
        {
          outcome: 'warn',
          text: `这个证件号在${holding.union}有一份在办申请 ${holding.number}，不是会籍`,
        },
      ];
    case 'member': {
      const place = `会籍在${holding.union}，会员号 ${holding.memberNo}`;
      return asked === holding.name
        ? [{ outcome: 'pass', text: `${place}，姓名一致，多半是本人换了手机号` }]
        : [{ outcome: 'fail', text: `${place}，姓名不一致，请先核对是谁的证件` }];
    }
  }
}

/** What an officer mostly answers; every one can be changed before it is sent. */
export const transferAnswers = [
  '已电话核对，请用原来的手机号登录，会籍还在',
  '原手机号不用了，请带身份证到工会窗口换绑手机号',
  '请原工会办理转出后，再申请入会',
  '证件号与本人不符，请核对后重新填写',
] as const;
