/** The words a worker agrees to. Whoever changes one gives it a new version (PIPL 14, 29). */

export const pledge = {
  purpose: 'membership_pledge',
  version: '2026-1',
  body: '我自愿加入中华全国总工会，承认工会章程，执行工会决议，积极参加工会活动。',
} as const;

export const idConsent = {
  purpose: 'membership_id_number',
  version: '2026-3',
  body:
    '工会为办理入会使用我的证件号码：核对我没有重复入会，读出性别和出生日期。号码加密保存，' +
    '只有核对我的申请的工会干部能看到，每次查看都有记录。在籍期间保存；未入会的，办结后 6 个月删除。' +
    '不同意就不能在网上办理，可以到工会窗口办理。同意后可以随时撤回：' +
    '工会开始核对之前在进度页撤回申请，之后打工会热线或到工会窗口。',
} as const;
