import { type Chip, Chips } from '@/components/ui/chips';
import { offeringKinds } from '@/db/schema/enums';
import { type Kind, offeringKindLabels } from '@/features/offerings/schema/offering';
import { portal } from '@/lib/portal/portal';
import { catalogueHref, changed, type FilterPanel } from '../rules/catalogue-links';
import { type CatalogueFilter, type When, whenLabels } from '../schema/catalogue';

interface FiltersProps {
  filter: CatalogueFilter;
  towns: readonly { id: string; shortName: string }[];
  panel: FilterPanel | null;
}

const whens: readonly When[] = ['week', 'month', 'later'];
const titleOf = (panel: FilterPanel): string =>
  ({ kind: '类型', when: '日期', town: portal().townWord })[panel];

function choicesOf(group: FilterPanel, { filter, towns }: FiltersProps): Chip[] {
  const all = { label: '不限', href: changed(filter, { [group]: null }), current: !filter[group] };
  const listed: [string, string][] =
    group === 'kind'
      ? offeringKinds.map((kind: Kind) => [kind, offeringKindLabels[kind]])
      : group === 'when'
        ? whens.map((when) => [when, whenLabels[when]])
        : towns.map((town) => [town.id, town.shortName.replace(/总工会$/, '')]);
  return [
    all,
    ...listed.map(([value, label]) => ({
      label,
      href: changed(filter, { [group]: value }),
      current: filter[group] === value,
    })),
  ];
}

/** The chip of a group: its choice, or its name; a tap folds the choices out below, by address. */
function groupChip(group: FilterPanel, props: FiltersProps): Chip {
  const chosen = choicesOf(group, props).find((c) => c.current && c.label !== '不限');
  const open = props.panel === group;
  return {
    label: chosen?.label ?? titleOf(group),
    icon: open ? 'chevron-up' : 'chevron-down',
    href: open ? catalogueHref(props.filter) : catalogueHref(props.filter, { panel: group }),
    current: chosen !== undefined,
    narrow: true,
  };
}

const groups: readonly FilterPanel[] = ['kind', 'when', 'town'];

/**
 * Filters as links: the state is the address, so back and sharing work, with or without script. On a phone
 * the choices of a group are shown when its chip was tapped; a wide screen has room for all of them.
 */
export function CatalogueFilters(props: FiltersProps) {
  const { filter, panel } = props;
  const open = {
    label: '可预约',
    href: changed(filter, { open: !filter.open }),
    current: filter.open,
  };
  const free = {
    label: '不收费',
    href: changed(filter, { free: !filter.free }),
    current: filter.free,
  };
  return (
    <div className="filters">
      <Chips label="筛选" chips={[open, ...groups.map((g) => groupChip(g, props)), free]} />
      {groups.map((group) => (
        <div key={group} data-open={panel === group || undefined}>
          <h2>{titleOf(group)}</h2>
          <Chips label={titleOf(group)} chips={choicesOf(group, props)} wrap />
        </div>
      ))}
    </div>
  );
}
