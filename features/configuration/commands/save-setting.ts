import 'server-only';
import { getFederation } from '@/features/organisations/queries/organisations';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { isRefused, readSettings, writeSetting } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { canConfigure } from '../policy';
import { settingOf } from '../queries/list-settings';
import type { SaveSettingInput } from '../schema';

/**
 * Changes one declared setting; it applies from the next request. Refuses what its own check refuses.
 * Throws NotFound for a key that nobody has declared.
 * Refuses `out_of_range` with words for the field.
 */
export async function saveSetting(
  ctx: Ctx,
  input: SaveSettingInput,
): Promise<Result<{ key: string }, 'out_of_range'>> {
  return transaction(ctx, async (tx) => {
    const federation = await getFederation(tx);
    authorize(canConfigure(tx.actor, [federation.id]));
    const setting = settingOf(input.key);
    if (!setting) throw new NotFound('setting');
    const value = setting.check(input.value);
    if (isRefused(value)) {
      return refuse('out_of_range', { fieldErrors: { value: value.refused } });
    }
    const { before } = await readSettings(tx, { before: setting });
    await writeSetting(tx, setting, value);
    await recordAudit(tx, {
      action: 'change_setting',
      entityType: 'setting',
      entityId: setting.key,
      organisationId: federation.id,
      before: { value: before },
      after: { value },
    });
    return ok({ key: setting.key });
  });
}
