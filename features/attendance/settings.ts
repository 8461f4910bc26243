import { numberSetting } from '@/lib/settings';

/** How old a scan may be when it reaches us: a device says itself when it was, and says so only so far back. */
export const offlineScanHours = numberSetting({
  key: 'booking.offline_scan_hours',
  label: '没网时扫的签到，多少小时内补传有效',
  fallback: 24,
  min: 1,
  max: 168,
});

/** How early the room's code may be used; until the meeting's end (domain.md §3.7). */
export const selfCheckInMinutes = numberSetting({
  key: 'booking.self_check_in_minutes',
  label: '现场扫码签到：提前多少分钟开放',
  fallback: 30,
  min: 5,
  max: 180,
});
