import { buttonClass } from '@/components/ui/button-style';
import { Chips } from '@/components/ui/chips';
import { SearchForm } from '@/components/ui/search-form';
import { formatCount } from '@/lib/format';
import type { RegisterCounts } from '../queries/town-counts';
import { originLabels, registerViewLabels, sourceLabels } from '../rules/labels';
import { registerLabels } from '../rules/status';
import type { RegisterFilter } from '../schema/entry';
import { registerHref, registerPath } from './register-href';

interface SearchProps {
  filter: RegisterFilter;
  words: string | undefined;
  lost: boolean;
  counts: RegisterCounts;
}

function Choose(props: {
  name: string;
  label: string;
  value?: string;
  all: Record<string, string>;
}) {
  const { name, label, value = '', all } = props;
  return (
    <select
      key={value}
      name={name}
      aria-label={label}
      defaultValue={value}
      className="input !w-auto"
    >
      <option value="">{label}</option>
      {Object.entries(all).map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** What is open, due and unassigned as links with their numbers; name, state and source as a form. */
export function RegisterSearch({ filter, words, lost, counts: { towns, all, bar } }: SearchProps) {
  const here = towns.find(({ placeId }) => placeId === filter.town) ?? all;
  const chip = (label: string, view: RegisterFilter['view'], n?: number) => ({
    label: n === undefined ? label : `${label} ${formatCount(n)}`,
    href: registerHref(filter, { view, status: undefined, page: 1 }),
    current: filter.view === view && !filter.status,
  });
  const town = towns.find(({ placeId }) => placeId === filter.town);
  return (
    <div className="mb-4 flex flex-col gap-3">
      <Chips
        label="看哪些"
        wrap
        chips={[
          chip(registerViewLabels.open, 'open', here.open),
          chip(registerViewLabels.due, 'due', here.visits),
          chip(registerViewLabels.unassigned, 'unassigned', here.unassigned),
          chip(`没建会、满 ${bar} 人`, 'large', here.large),
          chip(registerViewLabels.all, 'all', here.total),
          ...(town
            ? [
                {
                  label: `只看${town.name}`,
                  href: registerHref(filter, { town: undefined, page: 1 }),
                  current: true,
                  icon: 'close' as const,
                },
              ]
            : []),
        ]}
      />
      <search>
        <SearchForm
          to={registerPath}
          lost={lost}
          keep={{ view: filter.view, town: filter.town }}
          className="flex flex-wrap items-center gap-2"
        >
          <input
            type="search"
            name="q"
            aria-label="搜企业、拼音、信用代码"
            placeholder="搜企业、拼音、信用代码"
            defaultValue={words}
            enterKeyHint="search"
            className="input !w-[18em] max-w-full"
          />
          <Choose name="status" label="建会状态" value={filter.status} all={registerLabels} />
          <Choose name="origin" label="台账内、外" value={filter.origin} all={originLabels} />
          <Choose name="source" label="来源" value={filter.source} all={sourceLabels} />
          <button type="submit" className={buttonClass({ variant: 'secondary', block: false })}>
            筛选
          </button>
        </SearchForm>
      </search>
    </div>
  );
}
