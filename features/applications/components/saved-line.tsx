import { Icon } from '@/components/ui/icon';
import { formatDateTime } from '@/lib/dates';
import type { JoinForm } from '../queries/joining';

/** When the last answer was stored: a courier starts between two orders and finishes tonight. */
export function SavedLine({ form, now }: { form: JoinForm | null; now: Date }) {
  return (
    <p className="mt-4 flex text-secondary text-ink-2" role="status">
      <Icon name="check" className="mt-[2px] mr-2" />
      {form
        ? `${formatDateTime(form.updatedAt, now)} 已保存，换个手机登录也能接着填。`
        : '每填一项就保存一项，中途可以停。'}
    </p>
  );
}
