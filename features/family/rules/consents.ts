/** Guardian's consent for data of a child under 14, its own text and version (PIPL 31). */
export const childConsent = {
  purpose: 'child_data',
  version: '2026-12-01',
  body: '我是孩子的监护人，同意工会为预约托管等服务，加密保存孩子的姓名、证件、出生日期、学校和年级。只有监护人和所报班级的工作人员能看到，随时可以在“家庭”里移除。',
} as const;
