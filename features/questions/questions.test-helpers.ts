import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { bookAsMember } from '@/db/factories/through-the-door';
import type { Ctx } from '@/lib/ctx';
import { addQuestion } from './commands/add-question';
import { prepareAnswers } from './commands/prepare-answers';
import { readForm } from './queries/form';
import { fieldOf } from './rules/question';
import { prepareAnswersInput } from './schema/answer';
import { addQuestionInput } from './schema/manage-question';

/** A course of a union with its officer, another union's officer, and two members. */
export const aScene = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'union_admin', tree.union.id);
    const other = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    const member = await aMember(tx, { organisationId: tree.union.id, name: '黄丽' });
    const second = await aMember(tx, { organisationId: tree.union.id, name: '韦明' });
    const offering = await anOffering(tx, { organisationId: tree.union.id, title: '电工班' });
    const session = await aSession(tx, { offeringId: offering.id, capacity: 10 });
    return {
      ...{ tree, offering, session, officer },
      staff: as(officer.actor),
      otherStaff: as(other.actor),
      me: as(actorOf(member)),
      member,
      someone: as(actorOf(second)),
    };
  });
export type Scene = Awaited<ReturnType<typeof aScene>>;

export const question = (offeringId: string, given: Record<string, unknown> = {}) =>
  addQuestionInput.parse({ offeringId, type: 'text', label: '衣服尺码', keptDays: '30', ...given });

/** Adds a question and gives its id. */
export async function ask({ staff, offering }: Scene, given: Record<string, unknown> = {}) {
  const made = await addQuestion(staff, question(offering.id, given));
  if (!made.ok) throw new Error(made.reason);
  return made.value.questionId;
}

export const formVersion = async ({ offering }: Scene) =>
  arrange(async (tx) => (await readForm(tx, offering.id)).version);

type Answers = Record<string, unknown>;
const fields = (answers: Answers) =>
  Object.fromEntries(Object.entries(answers).map(([id, value]) => [fieldOf(id), value]));

/** Fills in the form before booking, as the page sends it. */
export async function fillIn(scene: Scene, answers: Answers, more: Answers = {}, who?: Ctx) {
  const input = prepareAnswersInput.parse({
    offeringId: scene.offering.id,
    sessionId: scene.session.id,
    who: 'self',
    formVersion: await formVersion(scene),
    ...more,
    ...fields(answers),
  });
  return prepareAnswers(who ?? scene.me, input);
}

/** Books the course's one session. */
export const book = ({ me, offering, session }: Scene, who: Ctx = me) =>
  bookAsMember(who, offering.id, session.id);

export async function booked(scene: Scene): Promise<string> {
  const result = await book(scene);
  if (!result.ok) throw new Error(result.reason);
  return result.value.bookingId;
}

const start = { jpeg: [0xff, 0xd8, 0xff, 0xe0], zip: [0x50, 0x4b, 3, 4] } as const;

/** A file of so many bytes that begins like its kind. */
export function aFile(name: string, kind: keyof typeof start = 'jpeg', size = 64): File {
  const bytes = new Uint8Array(size);
  bytes.set(start[kind].slice(0, size));
  return new File([bytes], name);
}
