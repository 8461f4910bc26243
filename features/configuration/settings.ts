import { declareLimit } from '@/lib/limits/rate-limit';
import { numberSetting, textSetting } from '@/lib/settings';

/** Where a demo of this portal can be looked at, beside the real one and with other people's names in it. */
export const demoAddress = textSetting({
  key: 'portal.demo_address',
  label: '演示版的网址（空着不显示链接）',
  fallback: '',
  max: 100,
  allowed: 'http:// 或 https:// 开头的网址',
  refuse: (text) =>
    text === '' || /^https?:\/\/[^\s"'<>]+$/.test(text)
      ? null
      : '请填 http:// 或 https:// 开头的网址，或空着',
});

/** The month from which the administrator is asked to enter next year's holidays; announced in November. */
export const nextYearMonth = numberSetting({
  key: 'calendar.next_year_month',
  label: '从几月起提醒填下一年的放假安排',
  fallback: 11,
  min: 9,
  max: 12,
});

export const testMessageLimit = declareLimit({
  ...{ scope: 'test_message', per: 'account', most: 5, seconds: 3600 },
  label: '每个账号每小时最多发几条测试短信',
});
