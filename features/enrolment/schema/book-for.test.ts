import { describe, expect, it } from 'vitest';
import { fieldErrorsOf } from '@/lib/forms/form';
import { bookForInput } from './book-for';

const errorsOf = (typed: Record<string, unknown>) => {
  const read = bookForInput.safeParse({ offeringId: crypto.randomUUID(), to: 'x', ...typed });
  return read.success ? {} : fieldErrorsOf(read.error);
};

describe('代办 sent empty', () => {
  it('says at once which session, for whom and how it is known that they want it', () => {
    expect(errorsOf({ proof: 'reason' })).toMatchObject({
      sessionId: '请选报哪一场',
      who: '请选择给谁报名',
      reason: '请写明怎么确认的，如：本人来电，核对了证件后四位',
    });
  });

  it('asks for the code where the phone proves it, and for no reason', () => {
    const errors = errorsOf({ proof: 'code' });
    expect(errors).toMatchObject({ code: '请输入本人收到的 6 位数字' });
    expect(errors).not.toHaveProperty('reason');
  });
});
