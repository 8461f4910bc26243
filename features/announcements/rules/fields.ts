import type { Target } from './audience';

/** Characters of a message, as people count them. */
export const ANNOUNCEMENT_LENGTH = 300;

/** What a text may leave to be filled in for each person, by the word in its braces. */
export const announcementFields = ['服务', '场次', '时间', '地点', '预约号', '截止'] as const;
export type AnnouncementField = (typeof announcementFields)[number];
export type FieldValues = Readonly<Record<AnnouncementField, string>>;

/** The fields of a text to these people: only who has yet to answer has a 截止, who is of a 人群 has none. */
export const fieldsFor = (audience: Target): AnnouncementField[] =>
  audience === 'segment'
    ? []
    : announcementFields.filter((field) => field !== '截止' || audience === 'unconfirmed');

const braced = /[{｛]([^{}｛｝]*)[}｝]/g;

const listed = (fields: readonly string[]) => fields.map((field) => `{${field}}`).join('、');

/**
 * What keeps a text from being sent, in words for its field: a field that is not known or that these people
 * have not, a brace left open, a blank of a template not filled in. Source: domain.md §3.15.
 * @returns null when nothing does
 */
export function textProblem(text: string, audience: Target): string | null {
  const known = fieldsFor(audience);
  const named = [...text.matchAll(braced)].map(([, name = '']) => name.trim());
  const strange = named.find((name) => !known.some((field) => field === name));
  if (strange !== undefined && known.length === 0) {
    return '发给人群的消息没有栏目，请去掉大括号';
  }
  if (strange !== undefined) {
    const why = strange === '截止' ? '只能发给还没确认的人' : '不认识';
    return `{${strange}} ${why}。可以用的有：${listed(known)}`;
  }
  if (/[{}｛｝]/.test(text.replace(braced, ''))) {
    return `大括号要成对，里面写栏目名，如 {时间}`;
  }
  return /_{2,}|＿{2,}/.test(text) ? '还有空没填：请把 ____ 换成要说的话' : null;
}

/** The text as one person reads it. */
export const fillFields = (text: string, values: FieldValues): string =>
  text.replace(braced, (whole, name: string) => {
    const field = announcementFields.find((one) => one === name.trim());
    return field ? values[field] : whole;
  });
