/** Separate consents of a booking (PIPL 28–31): own text, own version, never bundled with others. */
export const healthNotesConsent = {
  purpose: 'booking_health_notes',
  version: '2026-11-01',
  body: '我同意把孩子的健康提示（过敏、用药、饮食等）加密保存，只供本班工作人员照看孩子时查看，班级结束后删除。不填不影响报名。',
} as const;

export const pickUpConsent = {
  purpose: 'booking_pick_up',
  version: '2026-11-01',
  body: '我确认已征得接送人同意，其姓名和电话只供本班核对接送，班级结束后删除。',
} as const;

export const screeningConsent = {
  purpose: 'booking_screening',
  version: '2026-12-01',
  body: '我同意总工会女职工部为安排检查保存我的预约，并把姓名、证件后四位和电话提供给我选择的医院。单位看不到我的预约，检查结果由医院告诉我本人。',
} as const;
