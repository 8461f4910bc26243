import { Stat, Stats } from '@/components/ui/stat';
import { formatCount } from '@/lib/format';
import type { Dashboard } from '../queries/dashboard';

/** What an officer who runs services looks at first; every figure opens its list. */
export function ServiceStats({ services }: { services: NonNullable<Dashboard['services']> }) {
  const open = '/desk/offerings?phase=open';
  return (
    <Stats>
      <Stat
        label="正在报名"
        figure={formatCount(services.offerings)}
        unit="项"
        href={open}
        note="现在可以报的服务"
      />
      <Stat
        label="已占名额"
        figure={formatCount(services.taken)}
        unit={`/ ${formatCount(services.capacity)}`}
        href={open}
        note="正在报名的合计"
      />
      <Stat
        label="候补"
        figure={formatCount(services.waiting)}
        unit="人"
        href={open}
        note="正在报名的合计"
      />
      <Stat
        label="待发布"
        figure={formatCount(services.drafts)}
        unit="项"
        href="/desk/offerings?phase=draft"
        note="还是草稿"
      />
    </Stats>
  );
}
