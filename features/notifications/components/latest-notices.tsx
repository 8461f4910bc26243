import { AppLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { formatDateTime } from '@/lib/dates';
import type { NoticeItem } from '../queries/notices';

/** The newest notices beside the home page; on a phone the badge at 我的 says the same. */
export function LatestNotices({ items, now }: { items: readonly NoticeItem[]; now: Date }) {
  if (items.length === 0) return null;
  return (
    <Section
      title="通知"
      className="mt-6 max-lg:hidden"
      more={
        <AppLink href="/me/notices" className="no-underline">
          全部
        </AppLink>
      }
    >
      <CellList>
        {items.map((item) => (
          <Cell
            key={item.id}
            title={item.unread ? <b>{item.title}</b> : item.title}
            sub={formatDateTime(item.at, now)}
            href={item.link ?? '/me/notices'}
          />
        ))}
      </CellList>
    </Section>
  );
}
