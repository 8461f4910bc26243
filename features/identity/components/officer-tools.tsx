import { Form } from '@/components/forms/form';
import { AppLink } from '@/components/ui/app-link';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';
import { Badge } from '@/components/ui/tag';
import { signOutAction } from '../actions';

const look =
  'inline-flex min-h-target min-w-target items-center justify-center gap-1 px-2 text-ink-2 no-underline';

/** Where the search field has no room: one tap leads to its page. */
export function MemberSearchLink() {
  return (
    <AppLink href="/desk/members" className={cx(look, 'lg:hidden')}>
      <Icon name="search" />
      <span className="visually-hidden">搜会员</span>
    </AppLink>
  );
}

/** Right side of the desk's top bar: notices, one's own page, the way out. */
export function OfficerTools({ name, unread }: { name: string; unread: number }) {
  return (
    <>
      <AppLink href="/desk/account" className={look}>
        <Icon name="bell" />
        <span className="visually-hidden">通知</span>
        {unread > 0 && <Badge label="条未读">{unread}</Badge>}
        <span className="ml-1">{name}</span>
      </AppLink>
      <Form action={signOutAction}>
        <button type="submit" className={look}>
          退出
        </button>
      </Form>
    </>
  );
}
