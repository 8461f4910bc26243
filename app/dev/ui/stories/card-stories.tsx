import { Icon } from '@/components/ui/icon';
import { OfflineQr, QrPanel } from '@/components/ui/qr-panel';
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
          <QrPanel drawing={drawing} label="会员码">
            <Icon name="refresh" className="mr-1" />
            <b>42 秒</b>后自动换新码，截图无效
          </QrPanel>
        </MemberCard>
      </Story>
      <Story name="没有网络">
        <MemberCard organisation="江南街道总工会" name="陈一帆" memberNo="0803 2600 0137">
          <OfflineQr memberNo="0803 2600 0137" retryHref="/me/card" />
        </MemberCard>
      </Story>
    </Shelf>
  );
}
