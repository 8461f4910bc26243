import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { EndedMembership } from '@/features/members/components/my-status';
import type { MyStatus } from '@/features/members/queries/my-status';

interface NoCardProps {
  /** The 会籍 that ended; null for who never had one. */
  ended: MyStatus | null;
  /** An application under way. */
  begun: { readonly title: string; readonly href: string } | undefined;
}

/** In place of the card: the way to one. */
export function NoCard({ ended, begun }: NoCardProps) {
  if (ended && !begun) return <EndedMembership mine={ended} />;
  return (
    <EmptyState
      icon="id-card"
      title="还没有会员码"
      action={
        <LinkButton href={begun?.href ?? '/guide/join'}>{begun?.title ?? '去加入工会'}</LinkButton>
      }
    >
      工会通过入会申请后，当天就有。
    </EmptyState>
  );
}
