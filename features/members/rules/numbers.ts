const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** 办件号 of an application begins with RH (入会), of a 转会 request with ZH. */
export const applicationPrefix = 'RH';
export const transferPrefix = 'ZH';

/** The series under which a year's 会员号 run, for `nextNumber`. */
export const memberSeries = (year: number): string => `member-${year}`;

/**
 * 会员号 as stored: area (4 digits), year (2), running number of the year (6), e.g. 080326000137.
 * @param area the setting `membership.number_area`
 */
export const formatMemberNumber = (area: string, year: number, running: number): string =>
  `${area}${pad(year % 100, 2)}${pad(running, 6)}`;

/** 0803 2600 0137: in fours, the way it is read out. */
export const groupMemberNumber = (memberNo: string): string =>
  memberNo.replace(/(.{4})(?=.)/g, '$1 ');
