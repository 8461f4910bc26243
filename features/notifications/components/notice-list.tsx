import { Form } from '@/components/forms/form';
import { CellList } from '@/components/ui/cell-list';
import { Icon } from '@/components/ui/icon';
import { formatDateTime } from '@/lib/dates';
import { markReadAction } from '../actions';
import type { NoticeItem } from '../queries/notices';

interface NoticeListProps {
  items: readonly NoticeItem[];
  now: Date;
}

/** Notices as rows; opening one marks it read and leads to its matter, with and without scripts. */
export function NoticeList({ items, now }: NoticeListProps) {
  return (
    <CellList>
      {items.map((item) => (
        <li key={item.id}>
          <Form action={markReadAction} aria-label={item.title}>
            <input type="hidden" name="noticeId" value={item.id} />
            <button type="submit" className="cell w-full text-left">
              <span className="min-w-0 flex-auto">
                <span className={item.unread ? 'block font-semibold' : 'block'}>
                  {item.unread && (
                    <>
                      <span
                        aria-hidden
                        className="mr-2 inline-block size-2 rounded-full bg-brand-700"
                      />
                      <span className="visually-hidden">未读：</span>
                    </>
                  )}
                  {item.title}
                </span>
                <span className="block text-secondary text-ink-2">{item.body}</span>
                <span className="block text-meta text-ink-3">{formatDateTime(item.at, now)}</span>
              </span>
              {item.link && <Icon name="chevron-right" className="!size-4 text-ink-3" />}
            </button>
          </Form>
        </li>
      ))}
    </CellList>
  );
}
