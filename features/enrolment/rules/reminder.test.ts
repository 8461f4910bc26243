import { describe, expect, it, test } from 'vitest';
import { answerSendBackInput, bookPlaceInput } from '../schema/booking';
import { missingAnswers, missingCorrections, needsWords } from './answers';
import { tomorrowNotice } from './reminder';

const at = (local: string) => new Date(`${local}:00+08:00`);
const id = '018f0000-0000-7000-8000-000000000001';
const times = {
  startsAt: at('2026-07-06T19:30'),
  endsAt: at('2026-07-10T21:00'),
  weekdays: [1, 3, 5],
  off: [],
};
const notice = (on: string, more: Partial<Parameters<typeof tomorrowNotice>[0]> = {}) =>
  tomorrowNotice(
    {
      id: 'b',
      kind: 'training',
      title: '电工班',
      place: '工人文化宫',
      times,
      meeting: { on, from: at(`${on}T19:30`), to: at(`${on}T21:00`) },
      ...more,
    },
    on,
  );

describe('the reminder of the evening before', () => {
  it('of the first meeting says which it is, where, and that the place can still be given back', () => {
    expect(notice('2026-07-06')).toEqual({
      title: '明天 19:30：电工班',
      body: '第 1 次，共 3 次。地点：工人文化宫。到场出示预约码；来不了请尽早取消，把名额留给别人。',
      link: '/me/bookings/b',
      sms: {
        template: 'booking_tomorrow',
        params: {},
        text: '您明天 19:30 有预约，来不了请登录取消。',
      },
      dedupeKey: 'booking_tomorrow:b:2026-07-06',
    });
  });

  it('of a later one says that it has begun: the organiser is told instead', () => {
    const later = notice('2026-07-08');
    expect(later.body).toContain('第 2 次，共 3 次。');
    expect(later.body).toContain('来不了请告诉组织单位。');
    expect(later.sms.text).toBe('您明天 19:30 有课，地点请登录查看。');
  });

  it('of a single sitting counts nothing', () => {
    const single = { ...times, endsAt: at('2026-07-06T21:00') };
    expect(notice('2026-07-06', { times: single }).body).toMatch(/^地点：工人文化宫。/);
  });

  it('of a screening says on a lock screen neither what nor where (domain.md §3.1)', () => {
    const health = notice('2026-07-06', {
      kind: 'screening',
      title: '两癌筛查',
      place: '妇幼保健院',
    });
    expect(health).toEqual({
      title: '请查看健康服务通知',
      body: '您明天有预约，请打开查看。',
      link: '/me/bookings/b',
      sms: {
        template: 'booking_neutral',
        params: {},
        text: '您有一条健康服务通知，请登录查看。',
      },
      dedupeKey: 'booking_tomorrow:b:2026-07-06',
    });
  });
});

describe('what is missing when somebody books', () => {
  const missing = (more: object, kind: 'childcare' | 'screening' = 'childcare') =>
    Object.keys(
      missingAnswers(
        { kind, asksHealthNotes: true },
        bookPlaceInput.parse({ offeringId: id, sessionId: id, who: 'self', ...more }),
      ),
    );

  test.each([
    [{}, []],
    [{ healthNotes: '花生过敏' }, ['healthConsent']],
    [{ healthNotes: '花生过敏', healthConsent: 'yes' }, []],
    [{ healthConsent: 'yes' }, []],
  ])('%j lacks %j: health is told only with a consent of its own', (more, fields) => {
    expect(missing(more)).toEqual(fields);
  });

  it('of a screening is the consent to it', () => {
    expect(missing({}, 'screening')).toEqual(['screeningConsent']);
    expect(missing({ screeningConsent: 'yes' }, 'screening')).toEqual([]);
  });
});

describe('what is missing in the answer to a booking that came back', () => {
  const missing = (asked: string[], more: object = {}) =>
    Object.keys(missingCorrections(asked, answerSendBackInput.parse({ bookingId: id, ...more })));
  const person = { pickUpName1: '王秀英', pickUpRelation1: '外婆', pickUpPhone1: '13911110001' };

  test.each([
    [['health_notes'], {}, []],
    [['health_notes'], { healthNotes: '花生过敏' }, ['healthConsent']],
    [['health_notes'], { healthNotes: '花生过敏', healthConsent: 'yes' }, []],
    [['pick_up'], {}, ['pickUpName1']],
    [['pick_up'], person, []],
    [['pick_up'], { answer: '都由父母接' }, []],
    [['pick_up', 'other'], {}, ['answer']],
    [['identity'], {}, ['answer']],
    [['identity'], { answer: '已改' }, []],
  ])('for %j with %j is %j', (asked, more, fields) => expect(missing(asked, more)).toEqual(fields));

  it('is in words for what has no field, and for a desk that named nothing', () => {
    expect(
      [[], ['other'], ['pick_up', 'identity'], ['pick_up', 'health_notes']].map(needsWords),
    ).toEqual([true, true, true, false]);
  });
});
