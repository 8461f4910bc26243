import { textSetting } from '@/lib/settings';

/** Where a person is answered; printed on every refusal, receipt and poster. */
export const hotline = textSetting({
  key: 'portal.hotline',
  label: '咨询热线',
  fallback: '12351',
  max: 20,
});

export const hotlineHours = textSetting({
  key: 'portal.hotline_hours',
  label: '热线接听时间',
  fallback: '工作日 8:30–18:00',
  max: 40,
});
