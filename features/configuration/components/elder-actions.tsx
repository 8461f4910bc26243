import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { telOf } from '@/lib/portal/portal';

/**
 * 长辈版: with the card above, the three main things to do stand first and large (工信部 2021).
 * The stylesheet shows it with 大字 and 特大.
 */
export function ElderActions({ hotline }: { hotline: string }) {
  return (
    <div className="mt-4 hidden flex-col gap-3 bigger:flex">
      <LinkButton href="/services" variant="secondary" block icon={<Icon name="calendar" />}>
        预约服务
      </LinkButton>
      <LinkButton href={telOf(hotline)} variant="secondary" block icon={<Icon name="phone" />}>
        打电话 {hotline}
      </LinkButton>
    </div>
  );
}
