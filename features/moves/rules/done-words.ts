const said: Readonly<Record<string, string>> = {
  booked_for: '已代他报名，已通知本人',
  noted: '备注已更新',
  moved: '已换场次，已通知本人',
  asked: '已发通知，等本人答复',
  answered: '答复已记下',
  withdrawn: '已撤回，已通知本人场次不变',
};

/** What the last step at a booking did; undefined for anything else in the address. */
export const doneAtBooking = (done: string): string | undefined =>
  Object.hasOwn(said, done) ? said[done] : undefined;
