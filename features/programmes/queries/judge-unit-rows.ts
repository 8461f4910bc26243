import 'server-only';
import { asSystem, type Ctx } from '@/lib/ctx';
import { maskName } from '@/lib/person-name';
import { within } from '@/lib/transaction';
import { isForChildren } from '../rules/attendee';
import { decideEligibility } from '../rules/eligibility/decide';
import type { RowOutcome } from '../rules/unit-list';
import { unfitWords } from '../rules/unit-list';
import type { Kind } from '../schema/offering';
import type { DraftRow } from '../schema/unit-list';
import { type GatheredFacts, gatherFacts } from './facts';
import { findChildrenOf, findUnitPeople, type UnitPerson } from './unit-people';

/** A line that may have a place, with what its booking is made of. */
export interface Fit {
  readonly person: UnitPerson;
  readonly childId: string | null;
  readonly gathered: GatheredFacts;
}

export interface Judged {
  readonly row: DraftRow;
  readonly nameMasked: string;
  readonly phoneTail: string;
  /** Null while it may still have a place: that is decided under the lock. */
  readonly outcome: RowOutcome | null;
  readonly words: string;
  readonly fit: Fit | null;
}

interface Asked {
  readonly offeringId: string;
  readonly sessionId: string;
  readonly organisationId: string;
  readonly kind: Kind;
}

type Verdict = Pick<Judged, 'outcome' | 'words' | 'fit'>;

const no = (outcome: RowOutcome, words = ''): Verdict => ({ outcome, words, fit: null });

async function judgeOne(
  house: Ctx,
  asked: Asked,
  row: DraftRow,
  person: UnitPerson | undefined,
  children: ReadonlyMap<string, string>,
): Promise<Verdict> {
  if (row.words !== '')
    return no(row.words.startsWith('和第') ? 'duplicate' : 'invalid', row.words);
  if (!person) return no('invited', '交单后发短信，请他先入会');
  if (person.name !== row.name) return no('not_in_unit', '请核对姓名和手机号');
  const forChildren = isForChildren(asked.kind);
  const childId = forChildren ? (children.get(`${person.personId}|${row.child}`) ?? null) : null;
  if (forChildren && childId === null) {
    return no('not_in_unit', row.child ? '本人的家庭里没有这个孩子' : '请写孩子姓名');
  }
  const { offeringId, sessionId } = asked;
  const gathered = await gatherFacts(house, {
    offeringId,
    sessionId,
    personId: person.personId,
    childId,
  });
  if (!gathered) return no('not_in_unit', '请核对姓名和手机号');
  const { failed } = decideEligibility(gathered.facts, ['window', 'channel']);
  if (!failed) return { outcome: null, words: '', fit: { person, childId, gathered } };
  if (failed.rule === 'duplicate') return no('duplicate', '已经报过这一场');
  return no('ineligible', unfitWords(asked.kind, failed.reason, failed.note));
}

// Sent together on one connection: the answers overlap instead of waiting for each other.
const AT_ONCE = 50;

/**
 * Judges every line of a list by the same rules as a booking: who is known, who fits, who is there
 * twice. Facts are read as the house, because a chair sees no other union's bookings; what comes out
 * are outcomes and words. Under the capacity lock it is what the hand-in decides on.
 */
export async function judgeUnitRows(
  tx: Ctx,
  asked: Asked,
  rows: readonly DraftRow[],
): Promise<Judged[]> {
  const people = await findUnitPeople(tx, asked.organisationId, rows);
  return within(tx, asSystem(tx), async (house) => {
    const ids = isForChildren(asked.kind) ? [...people.values()].map((p) => p.personId) : [];
    const children = await findChildrenOf(house, ids);
    const judged: Judged[] = [];
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const some = rows.slice(at, at + AT_ONCE).map(async (row) => ({
        row,
        nameMasked: maskName(row.name),
        phoneTail: row.phone.slice(-4),
        ...(await judgeOne(house, asked, row, people.get(row.phone), children)),
      }));
      judged.push(...(await Promise.all(some)));
    }
    return judged;
  });
}
