import { numberSetting } from '@/lib/settings';

/** How early the room's code may be used; until the meeting's end (experience.md §1.4, time window). */
export const selfCheckInMinutes = numberSetting({
  key: 'booking.self_check_in_minutes',
  label: '现场扫码签到：提前多少分钟开放',
  fallback: 30,
  min: 5,
  max: 180,
});
