import { LinkButton } from '@/components/ui/link-button';
import type { MyCard } from '../queries/my-card';
import { cardKind } from '../rules/membership-words';
import { groupMemberNumber } from '../rules/numbers';
import { MemberCardStrip } from './member-card';

interface HomeCardProps {
  card: MyCard | null;
  /** Not signed in: also offers to sign in. */
  stranger: boolean;
}

/** Top of the home page: the member's card, or the way to become a member. */
export function HomeCard({ card, stranger }: HomeCardProps) {
  if (card) {
    const memberNo = groupMemberNumber(card.memberNo);
    return (
      <MemberCardStrip
        name={card.name ?? '会员'}
        memberNo={memberNo}
        kind={cardKind(card.status)}
        href="/me/card"
      />
    );
  }
  return (
    <section aria-labelledby="join-now" className="rounded-card border border-line bg-surface p-4">
      <h2 id="join-now" className="text-h3">
        加入工会
      </h2>
      <p className="mt-1 mb-4 text-secondary text-ink-2">
        手机上办，不收费。入会后可以报培训、托管班和健康检查。
      </p>
      <div className="flex flex-wrap gap-2 [&>*]:flex-[1_1_8em]">
        <LinkButton href="/guide/join">去入会</LinkButton>
        {stranger && (
          <LinkButton href="/login" variant="secondary">
            登录
          </LinkButton>
        )}
      </div>
    </section>
  );
}
