import { numberSetting } from '@/lib/settings';

/** Working days in which a question about a drawn result is answered. */
export const objectionAnswerDays = numberSetting({
  key: 'draw_objection_answer_days',
  label: '对抽签结果的疑问几个工作日内答复',
  fallback: 3,
  min: 1,
  max: 30,
});
