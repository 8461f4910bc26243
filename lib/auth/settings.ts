import { numberSetting } from '../settings';

// The two idle settings are read by find_session() under these very keys (migration 0003).
export const memberIdleMinutes = numberSetting({
  key: 'session_member_idle_minutes',
  label: '会员多久不操作后，打开敏感页面要重新登录（分钟）',
  fallback: 30,
  min: 5,
  max: 720,
});

export const staffIdleMinutes = numberSetting({
  key: 'session_staff_idle_minutes',
  label: '干部多久不操作后自动退出（分钟）',
  fallback: 15,
  min: 5,
  max: 60,
});

export const silentPhoneDays = numberSetting({
  key: 'session_silent_phone_days',
  label: '手机号多少天没登录后，在新设备上要核对证件号',
  fallback: 90,
  min: 30,
  max: 3650,
});

export const memberSessionHours = numberSetting({
  key: 'session_member_hours',
  label: '会员登录一次最长有效（小时）',
  fallback: 12,
  min: 1,
  max: 72,
});

export const staffSessionHours = numberSetting({
  key: 'session_staff_hours',
  label: '干部登录一次最长有效（小时）',
  fallback: 8,
  min: 1,
  max: 12,
});
