import 'server-only';
import { findEmployer } from '@/features/organisations/queries/find-employers';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { reckon } from '@/lib/calendar/clock';
import { sumLines } from '@/lib/calendar/clock-sum';
import { readDatedCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { isUuid } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { termsOfKind } from '../rules/side-clocks';
import {
  transferAppealAnswerDays,
  transferAppealDays,
  transferInDays,
  transferOutDays,
} from '../settings';
import { listCarried } from './carried';
import { currentMembership, transferTarget } from './transfer-target';

const lengths = {
  out: transferOutDays,
  in: transferInDays,
  refused: transferAppealDays,
  appeal: transferAppealAnswerDays,
};

/**
 * What a transfer to this union would be if it were asked for today: both last days with their sums, and what goes
 * along. Nothing is written.
 * Refuses `not_a_member`; `no_such_union` for what is no id; further those of `transferTarget`.
 */
export async function previewTransfer(
  ctx: Ctx,
  toId: string,
  employerId: string | undefined,
): Promise<Result<TransferPreview>> {
  return read(ctx, async (tx): Promise<Result<TransferPreview>> => {
    const personId = tx.actor.kind === 'account' ? tx.actor.personId : null;
    const member = personId && (await currentMembership(tx, personId));
    if (!member) return refuse('not_a_member');
    if (!isUuid(toId)) return refuse('no_such_union');
    const target = await transferTarget(tx, member.fromId, toId);
    if (!target.ok) return target;
    const from = await getOrganisation(tx, member.fromId);
    const employer = employerId ? await findEmployer(tx, employerId) : null;
    const days = await readSettings(tx, lengths);
    const calendar = await readDatedCalendar(tx);
    const sideOf = (side: 'out' | 'in') => {
      const kind = `transfer_${side}` as const;
      const terms = {
        ...termsOfKind(kind, days),
        start: todayOn(tx.now),
        pauses: [],
        extension: null,
      };
      const sum = reckon(terms, calendar.days);
      return { dueOn: sum.dueOn ?? '', lines: sumLines(terms, sum, calendar) };
    };
    return ok({
      from: from.shortName,
      to: {
        ...{ id: target.value.id, name: target.value.shortName },
        takesWithoutUnion: target.value.kind === 'online_home',
      },
      employer: employer && {
        ...{ id: employer.id, name: employer.name, hasUnion: employer.unionId !== null },
      },
      out: sideOf('out'),
      in: sideOf('in'),
      carried: await listCarried(tx, member),
      today: todayOn(tx.now),
    });
  });
}

interface PreviewedSide {
  /** YYYY-MM-DD */
  readonly dueOn: string;
  readonly lines: readonly string[];
}

export interface TransferPreview {
  readonly from: string;
  readonly to: {
    readonly id: string;
    readonly name: string;
    /** A 网上会员之家: for whose unit has no union. */
    readonly takesWithoutUnion: boolean;
  };
  readonly employer: {
    readonly id: string;
    readonly name: string;
    readonly hasUnion: boolean;
  } | null;
  readonly out: PreviewedSide;
  readonly in: PreviewedSide;
  readonly carried: Awaited<ReturnType<typeof listCarried>>;
  readonly today: string;
}
