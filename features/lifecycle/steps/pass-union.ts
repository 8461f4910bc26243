import 'server-only';
import type { organisations } from '@/db/schema/organisations';
import { passApplications } from '@/features/applications/steps/pass-applications';
import { passCorrections } from '@/features/corrections/steps/pass-corrections';
import { letGoCases } from '@/features/desk/steps/let-go-cases';
import { endInvitationsAt, endRolesAt } from '@/features/identity/steps/end-roles-at';
import { endOffices } from '@/features/offices/steps/end-offices';
import { voidCertificate } from '@/features/offices/steps/terms';
import type { Organisation } from '@/features/organisations/queries/organisations';
import { passChildren, passEmployers, passTown } from '@/features/organisations/steps/pass-on';
import { passRequests } from '@/features/transfers/steps/pass-requests';
import { moveVenuesToTown, passVenues } from '@/features/venues/steps/pass-venues';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { notify } from '@/lib/messaging/outbox';
import { bySystem } from '@/lib/transaction';
import { applicationPassedNotice } from '../messages';

type Row = typeof organisations.$inferSelect;

interface Passing {
  readonly row: Row;
  readonly target: Organisation | null;
  readonly childrenTo: { readonly id: string; readonly townId: string | null } | null;
  readonly merged: boolean;
  readonly hasChildren: boolean;
}

/**
 * All that goes along when a union is merged or closed, but its members: by `closingTable`, to the union that takes
 * over, else to the one above. The caller holds the union's row and has judged that it may.
 */
export async function passUnion(
  tx: Ctx,
  { row, target, childrenTo, merged, hasChildren }: Passing,
): Promise<void> {
  const heir = target?.id ?? row.parentId;
  if (heir === null) throw new Error('the root stays');
  if (hasChildren && childrenTo) await passChildren(tx, row.id, childrenTo);
  const takesEmployers = merged && target !== null && target.kind !== 'online_home';
  await passEmployers(tx, row.id, takesEmployers ? target.id : null);
  await passVenues(tx, row.id, heir);
  if (row.kind === 'town_federation' && target?.kind === 'town_federation') {
    await passTown(tx, row.id, target.id);
    await moveVenuesToTown(tx, row.id, target.id);
  }
  const [from, to] = [row.shortName, target?.shortName ?? ''];
  await bySystem(tx, async (systemTx) => {
    const passed = await passApplications(systemTx, {
      ...{ fromId: row.id, to: target, childrenTo: childrenTo?.id ?? heir, by: '系统' },
      note: merged ? `${from}并入${to}，由${to}接着办` : `${from}已撤销，由${to}接着办`,
    });
    await letGoCases(systemTx, row.id);
    await passRequests(systemTx, row.id, heir);
    await passCorrections(systemTx, row.id, heir);
    for (const { id, number, version, accountId } of passed)
      if (number !== null)
        await notify(systemTx, {
          accountId,
          ...applicationPassedNotice({ id, number, version }, { from, to, merged }),
        });
  });
}

/** A closed union has no officers, nobody in office and no certificate any more. */
export async function endUnion(tx: Ctx, row: Pick<Row, 'id' | 'name'>): Promise<void> {
  const on = todayOn(tx.now);
  await bySystem(tx, async (systemTx) => {
    await endRolesAt(systemTx, row);
    await endInvitationsAt(systemTx, row);
    await endOffices(systemTx, { organisationId: row.id, on, reason: 'union_closed' });
    await voidCertificate(systemTx, row.id, { on, reason: 'deregistered' });
  });
}
