/** 报名号 0137: what the published list calls this person. */
export const entryText = (no: number) => String(no).padStart(4, '0');
