import { beforeEach, describe, expect, it } from 'vitest';
import { aPhone } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { sqlAsOwner } from '@/db/testing/index';
import { addClassStaff } from '@/features/childcare/commands/add-staff';
import { addQuestion } from '@/features/questions/commands/add-question';
import { addQuestionInput } from '@/features/questions/schema/manage-question';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { openEarlier } from '../queries/plan-form';
import { listEarlierRounds } from '../queries/plan-start';
import { count, h, line, made, monday, plan, setScene } from './plan-offering.test-helpers';

beforeEach(setScene);

describe('a plan after an earlier round', () => {
  const round = async () => {
    const { offering, session } = await arrange(async (tx) => {
      const offering = await anOffering(tx, {
        ...{
          organisationId: h.tree.town.id,
          kind: 'childcare',
          title: '2026寒假托管班',
          term: '2026寒假',
        },
        description: '带午休垫',
        rules: { gradeMin: 2, gradeMax: 6, attendanceMin: 70 },
      });
      return { offering, session: await aSession(tx, { offeringId: offering.id, capacity: 20 }) };
    });
    const question = { type: 'text', label: '带什么药', required: 'yes', keptDays: '10' };
    await addQuestion(h.town, addQuestionInput.parse({ ...question, offeringId: offering.id }));
    const staff = { sessionId: session.id, name: '黄小满', role: 'lead' as const, phone: aPhone() };
    await addClassStaff(h.town, staff);
    return { offering, session };
  };

  it('opens with its words, its sessions a round later, and offers its staff', async () => {
    const { offering, session } = await round();
    const { values, earlier } = await openEarlier(h.town, offering.id);
    expect(values).toMatchObject({ title_1: session.title, capacity_1: '20', like_1: session.id });
    expect(String(values.startsOn_1) > todayOn(session.startsAt)).toBe(true);
    expect(earlier).toMatchObject({ id: offering.id, staff: 1 });
    await expect(openEarlier(h.far, offering.id)).rejects.toThrow(NotFound);
    const [listed] = await listEarlierRounds(h.town);
    expect(listed).toMatchObject({ id: offering.id, sessions: 1 });
    expect(await listEarlierRounds(h.far)).toEqual([]);
  });

  it('takes the rest along: words, other conditions, questions and staff, with a line of copies', async () => {
    const { offering, session } = await round();
    await sqlAsOwner()`update offering_sessions set rules = '{"bornFrom":"2016-09-01"}', rules_version = 1
      where id = ${session.id}`;
    const id = await made(h.town, {
      ...{ like: offering.id, copyStaff: 'yes' },
      ...line(1, { like: session.id }),
    });
    const [row] = await sqlAsOwner()`select * from offerings where id = ${id}`;
    expect(row).toMatchObject({
      ...{ description: '带午休垫', copied_from: offering.id, status: 'draft', version: 1 },
      rules: { gradeMin: 3, gradeMax: 5, attendanceMin: 70 },
    });
    const [own] = await sqlAsOwner()`select rules from offering_sessions
      where offering_id = ${id} and title = '一班'`;
    const year = (on: string) => Number(on.slice(0, 4));
    const moved = 2016 + year(monday(3)) - year(todayOn(session.startsAt));
    expect(own?.rules.bornFrom).toBe(`${moved}-09-01`);
    const questions = await sqlAsOwner()`select v.label from question_versions v
      join questions q on q.id = v.question_id where q.offering_id = ${id} order by q.position`;
    expect(questions.map((q) => q.label)).toEqual(['带什么药', '中午在班里吃饭吗']);
    const staff = await sqlAsOwner()`select c.name from class_staff c
      join offering_sessions s on s.id = c.session_id where s.offering_id = ${id} order by s.starts_at, c.name`;
    expect(staff.map((s) => s.name).sort()).toEqual(['覃石榴', '覃石榴', '黄小满', '黄小满']);
  });

  it('is another’s to nobody, and leaves the staff of another organiser where they are', async () => {
    const { offering } = await round();
    await expect(
      plan(h.far, { like: offering.id, organisationId: h.tree.otherTown.id }),
    ).rejects.toThrow(NotFound);
    expect(
      await plan(h.women, {
        like: offering.id,
        copyStaff: 'yes',
        organisationId: h.tree.district.id,
      }),
    ).toMatchObject({ fieldErrors: { copyStaff: expect.stringContaining('换了组织单位') } });
    expect(await count('offerings')).toBe(1);
  });
});
