import { CardCode } from '@/features/members/components/card-code';
import { MemberCard } from '@/features/members/components/member-card';
import { Shelf, Story } from './story';

export function CardStories({ drawing }: { drawing: { size: number; path: string } }) {
  return (
    <Shelf title="会员码">
      <Story name="有效">
        <MemberCard
          organisation="江南街道总工会 · 新就业形态联合工会"
          name="陈一帆"
          memberNo="0803 2600 0137"
        >
          <CardCode drawing={drawing} secondsLeft={42} />
        </MemberCard>
      </Story>
      <Story name="预备会员">
        <MemberCard
          organisation="江南街道网上会员之家"
          name="陈一帆"
          memberNo="0803 2600 0137"
          kind="预备会员"
        >
          <CardCode drawing={drawing} secondsLeft={42} />
        </MemberCard>
      </Story>
    </Shelf>
  );
}
