import 'server-only';
import { isForChildren } from '@/features/bookings/rules/attendee';
import type { GatheredFacts } from '@/features/eligibility/queries/facts';
import { gatherFactsOfList } from '@/features/eligibility/queries/facts-of-list';
import { decideEligibility } from '@/features/eligibility/rules/decide';
import { runningFamilies } from '@/features/eligibility/rules/running-families';
import { runningShares } from '@/features/eligibility/rules/running-shares';
import type { Kind } from '@/features/offerings/schema/offering';
import { maskName, nameKey } from '@/lib/china/person-name';
import { asSystem, type Ctx } from '@/lib/ctx';
import { within } from '@/lib/transaction';
import type { RowOutcome } from '../rules/unit-list';
import { unfitWords } from '../rules/unit-list';
import type { DraftRow } from '../schema/unit-list';
import { findChildrenOf, findUnitPeople, type UnitPerson } from './unit-people';

/** A line that may have a place, with what its booking is made of. */
export interface Fit {
  readonly person: UnitPerson;
  readonly childId: string | null;
  readonly gathered: GatheredFacts;
}

export interface EvaluatedRow {
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

type Verdict = Pick<EvaluatedRow, 'outcome' | 'words' | 'fit'>;

const no = (outcome: RowOutcome, words = ''): Verdict => ({ outcome, words, fit: null });

/** Who a line speaks of, or why it ends here. */
type Known = { person: UnitPerson; childId: string | null } | Verdict;

function whoIs(
  asked: Asked,
  row: DraftRow,
  person: UnitPerson | undefined,
  children: ReadonlyMap<string, string>,
): Known {
  if (row.words !== '')
    return no(row.words.startsWith('和第') ? 'duplicate' : 'invalid', row.words);
  if (!person) return no('invited', '交单后发短信，请他先入会');
  const unnamed = row.name === '' && isForChildren(asked.kind);
  if (!unnamed && nameKey(person.name) !== nameKey(row.name)) {
    return no('not_in_unit', '请核对姓名和手机号');
  }
  if (!isForChildren(asked.kind)) return { person, childId: null };
  const childId = children.get(`${person.personId}|${nameKey(row.child)}`);
  if (childId) return { person, childId };
  return no('not_in_unit', row.child ? '本人的家庭里没有这个孩子' : '请写孩子姓名');
}

/** What the lines before have taken. */
interface Running {
  readonly shares: ReturnType<typeof runningShares>;
  readonly families: ReturnType<typeof runningFamilies>;
}

function decide(
  asked: Asked,
  known: { person: UnitPerson; childId: string | null },
  gathered: GatheredFacts | null,
  { shares, families }: Running,
): Verdict {
  if (!gathered) return no('not_in_unit', '请核对姓名和手机号');
  const facts = families.after(shares.after(gathered.facts));
  const { failed } = decideEligibility(facts, ['window', 'channel']);
  if (!failed) {
    shares.take(gathered.facts);
    families.take(known.childId ?? known.person.personId);
    return { outcome: null, words: '', fit: { ...known, gathered } };
  }
  if (failed.rule === 'duplicate') return no('duplicate', '已经报过这一场');
  return no('ineligible', unfitWords(asked.kind, failed.reason, failed.note));
}

/**
 * Judges every line of a list by the same rules as a booking: who is known, who fits, who is there
 * twice. Facts are read as the system, because a chair sees no other union's bookings; what comes out
 * are outcomes and words. Under the capacity lock it is what the hand-in decides on.
 */
export async function evaluateUnitRows(
  tx: Ctx,
  asked: Asked,
  rows: readonly DraftRow[],
): Promise<EvaluatedRow[]> {
  const people = await findUnitPeople(tx, asked.organisationId, rows);
  return within(tx, asSystem(tx), async (systemTx) => {
    const ids = isForChildren(asked.kind) ? [...people.values()].map((p) => p.personId) : [];
    const children = await findChildrenOf(systemTx, ids);
    const known = rows.map((row) => whoIs(asked, row, people.get(row.phone), children));
    const named = known.flatMap((one) =>
      'person' in one ? [{ personId: one.person.personId, childId: one.childId }] : [],
    );
    const facts = (await gatherFactsOfList(systemTx, asked, named)).values();
    const running = { shares: runningShares(), families: runningFamilies() };
    return rows.map((row, at): EvaluatedRow => {
      const one = known[at] ?? no('invalid');
      const verdict =
        'person' in one ? decide(asked, one, facts.next().value ?? null, running) : one;
      return {
        row,
        nameMasked: maskName(row.name || row.child),
        phoneTail: row.phone.slice(-4),
        ...verdict,
      };
    });
  });
}
