import { declareLimit } from '@/lib/limits/rate-limit';
import { textSetting } from '@/lib/settings';

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

export const testMessageLimit = declareLimit({
  ...{ scope: 'test_message', per: 'account', most: 5, seconds: 3600 },
  label: '每个账号每小时最多发几条测试短信',
});
