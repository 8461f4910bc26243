import { z } from 'zod';
import { sessionDetails } from '@/features/offerings/schema/offering';
import { lengthOf } from '@/lib/characters';
import { daysBetween, parseLocalDateTime } from '@/lib/dates';
import {
  day,
  optionalDay,
  recordId,
  recordVersion,
  several,
  ticked,
  timeOfDay,
  wholeNumber,
} from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

const weekdays = several(z.coerce.number().int().min(0).max(6), 7);
const capacity = wholeNumber(1, 100_000, '请填名额');
const place = cleanText({ max: 60, required: '请填地点' });

const fields = z.strictObject({
  title: cleanText({ max: 30, required: '请填场次名称' }),
  /** Of the register; then `place` is the room in it. */
  venueId: z.union([recordId, z.literal('')]).optional(),
  place: optionalText({ max: 60 }).transform((text) => text ?? ''),
  startsOn: day('请选开始日期'),
  endsOn: optionalDay,
  startTime: timeOfDay('请填开始时间'),
  endTime: timeOfDay('请填结束时间'),
  weekdays,
  skipHolidays: ticked,
  capacity,
  note: optionalText({ max: 60 }).transform((text) => text ?? ''),
  evenSo: ticked,
});

/** The instants and days a session meets, from what was typed. */
function toSession(f: z.output<typeof fields>, ctx: z.RefinementCtx) {
  const lastOn = f.endsOn ?? f.startsOn;
  const startsAt = parseLocalDateTime(`${f.startsOn}T${f.startTime}`);
  const endsAt = parseLocalDateTime(`${lastOn}T${f.endTime}`);
  const say = (path: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [path], message });
  if (lastOn < f.startsOn) say('endsOn', '结束日期不能早于开始日期');
  else if (f.endTime <= f.startTime) say('endTime', '结束时间要晚于开始时间');
  const several = lastOn > f.startsOn;
  // Left empty it once meant every day, weekends too: nobody wanted that for a class of children.
  if (several && f.weekdays.length === 0) say('weekdays', '跨多天的请选每周哪几天；每天都上就全选');
  const venueId = f.venueId || null;
  if (!venueId && f.place === '') say('place', '请选地点，或在这里写明');
  if (venueId && lengthOf(f.place) > 30) say('place', '几楼几室最多 30 个字');
  if (daysBetween(f.startsOn, lastOn) > 366) say('endsOn', '一场最长一年，更长的请分期');
  if (!startsAt || !endsAt) return z.NEVER;
  return {
    title: f.title,
    venueId,
    place: f.place,
    startsAt,
    endsAt,
    capacity: f.capacity,
    details: sessionDetails.parse({
      weekdays: several ? [...f.weekdays].sort() : [],
      skipHolidays: several && f.skipHolidays,
      room: venueId ? f.place : '',
      note: f.note,
    }),
  };
}
export type SessionContent = ReturnType<typeof toSession>;

/** A session as a form of its own, or a row of a table, has it. */
export const sessionRowInput = fields.transform(toSession);

export const addSessionInput = fields.extend({ offeringId: recordId }).transform((f, ctx) => ({
  offeringId: f.offeringId,
  evenSo: f.evenSo,
  content: toSession(f, ctx),
}));
export type AddSessionInput = z.output<typeof addSessionInput>;

export const changeSessionInput = fields
  .extend({ sessionId: recordId, version: recordVersion })
  .transform((f, ctx) => ({
    sessionId: f.sessionId,
    version: f.version,
    evenSo: f.evenSo,
    content: toSession(f, ctx),
  }));
export type ChangeSessionInput = z.output<typeof changeSessionInput>;

/** 医院 × 日期 × 半天: what the slots of a screening are made from (domain.md §3.1). */
export const addSlotsInput = z
  .strictObject({
    offeringId: recordId,
    place,
    startsOn: day('请选开始日期'),
    endsOn: day('请选结束日期'),
    weekdays,
    workdaysOnly: ticked,
    morning: ticked,
    morningFrom: timeOfDay('请填上午开始时间'),
    morningTo: timeOfDay('请填上午结束时间'),
    afternoon: ticked,
    afternoonFrom: timeOfDay('请填下午开始时间'),
    afternoonTo: timeOfDay('请填下午结束时间'),
    capacity,
  })
  .superRefine((f, ctx) => {
    const say = (path: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message });
    if (f.endsOn < f.startsOn) say('endsOn', '结束日期不能早于开始日期');
    if (daysBetween(f.startsOn, f.endsOn) > 92) say('endsOn', '一次最多生成三个月');
    if (!f.morning && !f.afternoon) say('morning', '上午、下午至少选一个');
    if (f.morning && f.morningTo <= f.morningFrom) say('morningTo', '结束要晚于开始');
    if (f.afternoon && f.afternoonTo <= f.afternoonFrom) say('afternoonTo', '结束要晚于开始');
  });
export type AddSlotsInput = z.output<typeof addSlotsInput>;
