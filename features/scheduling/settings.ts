import { numberSetting } from '@/lib/settings';

/** How long who holds a place in a session that was moved is asked whether it still suits. */
export const moveAnswerHours = numberSetting({
  key: 'move_answer_hours',
  label: '改时间后等本人答复（小时）',
  fallback: 48,
  min: 2,
  max: 240,
});
