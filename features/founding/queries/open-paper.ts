import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { foundingContactPhone, foundings } from '@/db/schema/foundings';
import { unionCertificates } from '@/db/schema/offices';
import { organisations } from '@/db/schema/organisations';
import { bodyLabels, postOf } from '@/features/offices/rules/labels';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { Paper } from '@/lib/documents/paper';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readOnRecord } from '@/lib/transaction';
import { canPrepareFounding, canSeeFoundings } from '../policy';
import { formLabels } from '../rules/form';
import { officesOf } from '../rules/offices';
import { type PaperFacts, type PaperName, paperNames, paperOf, papersOf } from '../rules/papers';
import { type Founding, readFounding } from './read-founding';

type Named = Pick<PaperFacts, 'parent' | 'union' | 'certificateNo'>;

/** What the paper takes of the tree: the level above by its whole name, and the union where it stands. */
async function named(tx: Ctx, { parentId, organisationId }: Founding): Promise<Named> {
  const [above] = await tx.db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, parentId));
  const [union = null] = organisationId
    ? await tx.db.select().from(organisations).where(eq(organisations.id, organisationId))
    : [];
  const [certificate] = organisationId
    ? await tx.db
        .select({ number: unionCertificates.number })
        .from(unionCertificates)
        .where(
          and(
            eq(unionCertificates.organisationId, organisationId),
            isNull(unionCertificates.voidOn),
          ),
        )
    : [];
  return { parent: above?.name ?? '', union, certificateNo: certificate?.number ?? null };
}

function factsOf(founding: Founding, tree: Named, phone: string | null): PaperFacts {
  const { facts, actions, kind, name, form, firms } = founding;
  const { members = null, assembly, candidates, founded, lead } = facts;
  const votesOf = (who: string) => {
    const one = founding.candidates.find((candidate) => candidate.name === who);
    return (one && assembly?.votes[one.id]) ?? 0;
  };
  const metOn = actions.findLast(({ step }) => step === 'assembly')?.doneOn;
  return {
    ...{ kind, name, firms, members, ...tree, form: formLabels[form] },
    seats: candidates?.seats ?? null,
    assembly: assembly && metOn ? { ...assembly, on: metOn } : null,
    elected: officesOf(founding).map((one) => ({
      name: one.name,
      post: postOf(one.body, one.post),
      body: bodyLabels[one.body],
      votes: votesOf(one.name),
    })),
    done: Object.fromEntries(
      actions.map(({ step, doneOn: on, documentNo: no }) => [step, { on, no }]),
    ),
    term: founded ? { years: founded.term, endsOn: founded.endsOn } : null,
    reason: lead?.reason ?? null,
    change: lead?.what && lead.value ? { what: lead.what, value: lead.value } : null,
    contact: {
      ...{ name: founding.contactName, group: founding.preparingGroup },
      ...{ purpose: founding.purpose, phone },
    },
  };
}

/** The contact's number, opened for the one paper that carries it. */
const phoneOf = ({ id, contactPhoneSealed }: Founding, which: PaperName): string | null =>
  which === 'request' && contactPhoneSealed
    ? openField(contactPhoneSealed, foundingContactPhone(id))
    : null;

const isPaper = (text: string): text is PaperName => paperNames.some((one) => one === text);

/**
 * A paper of a matter, filled from what is known by now; that it was opened is a line of the ledger, for it names
 * people. Throws NotFound for a matter outside the officer's area, a paper that it does not need yet, or any other
 * word; Forbidden for who only reads.
 */
export async function openPaper(
  ctx: Ctx,
  id: string,
  which: string,
): Promise<{ founding: Founding; paper: Paper; which: PaperName }> {
  if (!isUuid(id) || !isPaper(which)) throw new NotFound('paper');
  return readOnRecord(ctx, async (tx) => {
    const [row] = await tx.db.select().from(foundings).where(eq(foundings.id, id));
    const path = row ? await organisationPath(tx, row.placeId) : [];
    if (!row || !canSeeFoundings(tx.actor, path)) throw new NotFound('founding');
    authorize(canPrepareFounding(tx.actor, path));
    const founding = await readFounding(tx, id);
    if (!founding || !papersOf(founding.kind, founding.step).includes(which))
      throw new NotFound('paper');
    const paper = paperOf(
      which,
      factsOf(founding, await named(tx, founding), phoneOf(founding, which)),
    );
    await recordAudit(tx, {
      action: 'view_founding_paper',
      entityType: 'founding',
      entityId: id,
      organisationId: row.placeId,
      after: { paper: which },
    });
    return { founding, paper, which };
  });
}
