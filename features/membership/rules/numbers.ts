const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** What running numbers are counted under: one series a day and kind. */
export const applicationSeries = (today: string): string => `RH-${today}`;
export const transferSeries = (today: string): string => `ZH-${today}`;
export const memberSeries = (year: number): string => `member-${year}`;

const caseNumber = (prefix: string, today: string, running: number): string =>
  `${prefix}${today.slice(2, 4)}-${today.slice(5, 7)}${today.slice(8, 10)}-${pad(running, 4)}`;

/**
 * 办件号 of an application: RH26-1124-0018, the 18th of 24 November 2026.
 * @param today day of submission, `YYYY-MM-DD`
 */
export const formatApplicationNumber = (today: string, running: number): string =>
  caseNumber('RH', today, running);

/** 办件号 of a 转会 request: ZH26-1124-0001. */
export const formatTransferNumber = (today: string, running: number): string =>
  caseNumber('ZH', today, running);

/**
 * 会员号 as stored: area (4 digits), year (2), running number of the year (6), e.g. 080326000137.
 * @param area the setting `membership.number_area`
 */
export const formatMemberNumber = (area: string, year: number, running: number): string =>
  `${area}${pad(year % 100, 2)}${pad(running, 6)}`;

/** 0803 2600 0137: in fours, the way it is read out. */
export const groupMemberNumber = (memberNo: string): string =>
  memberNo.replace(/(.{4})(?=.)/g, '$1 ');
