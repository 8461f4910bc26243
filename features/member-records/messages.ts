/** To the member: what the desk has put right, without what it says now. */
export const recordCorrectedNotice = (personId: string, at: Date) => ({
  title: '登记表已更正：民族',
  body: '工会看过证件原件后更正了登记表上的民族。如果不是您要求的，请立即联系工会。',
  link: '/me/record',
  dedupeKey: `record:${personId}:${at.getTime()}`,
});
