import { expect, it } from 'vitest';
import { answeredOf } from './answered';

const event = (type: string, note: string | null = null) => ({ type, note });

it.each([
  [[event('created')], null],
  [[event('sent_back', '请补接送人')], null],
  [
    [event('sent_back', '请补接送人'), event('answered', '接送人：无 → 外婆')],
    { asked: '请补接送人', answer: '接送人：无 → 外婆' },
  ],
  [[event('sent_back', '一'), event('answered', '甲'), event('sent_back', '二')], null],
])('the answer of a booking sent back is what came after it', (history, said) => {
  expect(answeredOf(history)).toEqual(said);
});
