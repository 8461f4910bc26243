import 'server-only';
import { correctApplications } from '@/features/applications/steps/correct-applications';
import { misfitWords } from '@/features/bookings/rules/misfit';
import { noteMisfits } from '@/features/bookings/steps/note-misfits';
import { renameAttendee } from '@/features/bookings/steps/rename-attendee';
import { listMisfits } from '@/features/eligibility/queries/misfits';
import { correctChild } from '@/features/family/steps/correct-child';
import { correctPerson, type RightIdentity } from '@/features/identity/steps/correct-person';
import { exchangeCertificates } from '@/features/training/steps/exchange-certificates';
import { accountOf } from '@/lib/actor';
import { asSystem, type Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { maskId } from '@/lib/format';
import { ok, type Result, refuse } from '@/lib/result';
import { within } from '@/lib/transaction';
import { type CorrectedPerson, isDocumentTaken, subjectIdOf } from '../queries/identity';
import type { CorrectionField, RecordedIdentity } from '../rules/identity';

export interface PutRight {
  readonly cameOfAge: boolean;
  /** Places that no longer fit, as the officer was told; none was taken. */
  readonly misfits: number;
  readonly certificates: readonly { readonly from: string; readonly to: string }[];
  /** Certificates that could not be exchanged, because no face draws the name. */
  readonly left: readonly string[];
}

function rightOf(right: RecordedIdentity, fields: readonly CorrectionField[]): RightIdentity {
  const { name, idType, idNumber, birthOn, sex } = right;
  const whole = idType !== null && idNumber !== null && birthOn !== null && sex !== null;
  return {
    name: fields.includes('name') ? name : undefined,
    document:
      fields.includes('document') && whole
        ? { type: idType, number: idNumber, birthOn, sex }
        : undefined,
  };
}

async function person(
  systemTx: Ctx,
  { personId }: CorrectedPerson,
  right: RecordedIdentity,
  change: RightIdentity,
) {
  const before = await correctPerson(systemTx, personId, change);
  await correctApplications(systemTx, personId, before, change);
  const documentMasked = right.idNumber ? maskId(right.idNumber) : '';
  return { documentMasked };
}

/**
 * Puts one identity right everywhere it stands, in the caller's transaction: the record, what it is found
 * by, the family's own applications, what bookings show, and certificates, which are exchanged. Places,
 * queues, classes and history stay as they are.
 * Refuses `document_taken` when another record carries the number; `misfits` with `count` and
 * `list` of the places that no longer fit, unless accepted.
 * @param of.accept the officer has seen the list of places that no longer fit
 */
export async function putRight(
  tx: Ctx,
  subject: CorrectedPerson,
  of: { right: RecordedIdentity; fields: readonly CorrectionField[]; accept: boolean },
): Promise<Result<PutRight, 'document_taken' | 'misfits'>> {
  const { right, fields, accept } = of;
  const by = accountOf(tx.actor);
  const change = rightOf(right, fields);
  return within(tx, asSystem(tx), async (systemTx) => {
    const taken = change.document && (await isDocumentTaken(systemTx, subject, right));
    if (taken) return refuse('document_taken');
    const misfits = change.document ? await listMisfits(systemTx, subjectIdOf(subject), right) : [];
    if (misfits.length > 0 && !accept) {
      const list = misfits.map((one) => misfitWords(one, tx.now)).join('、');
      return refuse('misfits', { detail: { count: misfits.length, list } });
    }
    const { cameOfAge } = subject.childId
      ? await correctChild(systemTx, subject.childId, change)
      : { cameOfAge: false };
    const own = subject.childId ? null : await person(systemTx, subject, right, change);
    await noteMisfits(systemTx, misfits);
    if (change.name !== undefined) await renameAttendee(systemTx, subject, change.name);
    const exchanged = own
      ? await exchangeCertificates(systemTx, {
          ...{ personId: subject.personId, name: right.name, by },
          documentMasked: own.documentMasked,
        })
      : { numbers: [], left: [] };
    const { numbers: certificates, left } = exchanged;
    return ok({ cameOfAge, misfits: misfits.length, certificates, left });
  });
}

const indexes = ['people_id_idx', 'children_id_idx'];

/**
 * Two corrections to one number at the same instant: the index decides, the words are the same.
 * Refuses `document_taken`; any other error is thrown on.
 */
export async function refuseTaken<T, R extends string>(
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | 'document_taken'>> {
  try {
    return await work();
  } catch (error) {
    if (indexes.some((index) => violates(error, index))) return refuse('document_taken');
    throw error;
  }
}
