import { expect, test } from 'vitest';
import { nextTitle } from './next-title';

test.each([
  ['一班', '二班'],
  ['九班', '十班'],
  ['十班', '十班（2）'],
  ['第一期', '第二期'],
  ['第9场', '第10场'],
  ['A班', 'B班'],
  ['Z班', 'Z班（2）'],
  ['VIP班', 'VIP班（2）'],
  ['二三年级班', '二三年级班（2）'],
  ['晚上班', '晚上班（2）'],
  ['晚上班（2）', '晚上班（3）'],
  ['', '（2）'],
])('the session after “%s” is “%s”', (title, next) => expect(nextTitle(title)).toBe(next));
