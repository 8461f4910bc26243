import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatFullDay } from '@/lib/dates';
import type { MyStatus } from '../queries/my-status';
import {
  changeLabels,
  changeReasonLabels,
  membershipLabels,
  statusNotes,
  wayBack,
} from '../rules/membership-words';

/** 保留（退休），2026年3月1日起: the status with why and since when. */
export function statusWords({ status, change }: MyStatus): string {
  const label = `${membershipLabels[status]}会员`;
  if (status === 'regular' || !change) return label;
  const why = change.reason ? `（${changeReasonLabels[change.reason]}）` : '';
  return `${membershipLabels[status]}会籍${why}，${formatFullDay(change.on)}起`;
}

/** What a status other than 正式 means, and the way back; nothing for a regular member. */
export function StatusNotice({ mine }: { mine: MyStatus }) {
  const { status, change } = mine;
  if (status === 'regular') return null;
  return (
    <Notice tone="info" className="mb-4">
      <p className="font-semibold">{statusWords(mine)}</p>
      <p>
        {statusNotes[status]}
        {wayBack(status, change?.type ?? null)}
      </p>
    </Notice>
  );
}

/** In place of card and record, for who has left: since when, why, and how to come back. */
export function EndedMembership({ mine }: { mine: MyStatus }) {
  const { change, endedOn, unionName } = mine;
  const type = change?.type ?? null;
  const why = type === null ? '' : `（${changeLabels[type]}）`;
  return (
    <EmptyState
      icon="id-card"
      title={`会籍已终止${why}`}
      action={
        type === 'expelled' ? undefined : <LinkButton href="/guide/join">重新申请入会</LinkButton>
      }
    >
      {unionName}的会籍{endedOn ? `到${formatFullDay(endedOn)}为止` : '已终止'}。{statusNotes.left}
      {wayBack('left', type)}
    </EmptyState>
  );
}
