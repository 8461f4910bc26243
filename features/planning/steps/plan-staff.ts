import 'server-only';
import { findClass } from '@/features/childcare/queries/class-access';
import { copyAllStaff } from '@/features/childcare/steps/copy-staff';
import { insertStaff } from '@/features/childcare/steps/insert-staff';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { type Refusal, refuse } from '@/lib/result';
import type { PlanOfferingInput } from '../schema/plan-offering';
import type { PlannedLine } from './plan-sessions';
import type { EarlierPlan } from './plan-source';

type Given = Pick<PlanOfferingInput, 'kind' | 'organisationId' | 'copyStaff' | 'staff'> & {
  readonly made: readonly PlannedLine[];
  readonly round: EarlierPlan | null;
};

/**
 * Who looks after the classes of a plan: those of the earlier round, each class after its own one, a further
 * class after the first; and who was typed, in every class.
 * Refuses `invalid` when the staff of another organiser would be taken over.
 * @returns for the record, names masked
 */
export async function planStaff(
  tx: Ctx,
  { kind, organisationId, copyStaff, staff, made, round }: Given,
): Promise<object[] | Refusal<'invalid'>> {
  if (kind !== 'childcare') return [];
  const earlier = copyStaff ? round : null;
  if (earlier && earlier.source.organisationId !== organisationId) {
    const text = '换了组织单位，看护人员要重新登记，请不勾这一项';
    return refuse('invalid', { fieldErrors: { copyStaff: text } });
  }
  const registered: object[] = [];
  for (const { sessionId, like } of made) {
    const to = await findClass(tx, sessionId);
    if (!to) continue;
    const from = earlier && (like ?? earlier.sessions[0]?.session.id);
    if (from) registered.push(...(await copyAllStaff(tx, from, to)));
    const id = staff && (await insertStaff(tx, to, staff));
    if (id) registered.push({ staff: id, name: maskName(staff.name), role: staff.role });
  }
  return registered;
}
