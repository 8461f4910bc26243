import { AppLink, TextLink } from '@/components/ui/app-link';
import { Card } from '@/components/ui/card';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { formatCount } from '@/lib/format';
import type { RegisterCounts, TownCounts } from '../queries/town-counts';
import { coverageWords } from '../rules/coverage';
import type { RegisterFilter } from '../schema/entry';
import { registerHref } from './register-href';

const blank: RegisterFilter = { view: 'open', page: 1 };

/** How far the area is, in one sentence; each number opens its rows. */
export function CoverageLine({ counts: { all } }: { counts: RegisterCounts }) {
  return (
    <>
      应建会 {formatCount(all.due)} 家，
      <TextLink href={registerHref(blank, { view: 'all', status: 'founded' })}>
        已建 {formatCount(all.founded)} 家
      </TextLink>
      ，覆盖率 {coverageWords(all)}。
      <TextLink href={registerHref(blank, { view: 'all', origin: 'found' })}>
        台账外 {formatCount(all.found)} 家
      </TextLink>
      ，已建 {formatCount(all.foundFounded)} 家。
    </>
  );
}

/** What the numbers count, with the numbers themselves. */
export function CoverageExplained({ counts: { all, bar } }: { counts: RegisterCounts }) {
  return (
    <Disclosures>
      <Disclosure summary="口径">
        <p>
          覆盖率 = 已建会 ÷ 应建会 = {formatCount(all.founded)} ÷ {formatCount(all.due)}。
          应建会：已建会的，加上在营、职工满 {bar} 人、不属于“不具备条件”的。合建一个联合工会，
          每家都算一家。
        </p>
        <p className="mt-2">
          还没建会、人数没核实的 {formatCount(all.uncounted)} 家没有算进分母。
          台账内、外按登记时记，以后列入台账也不改。
        </p>
      </Disclosure>
    </Disclosures>
  );
}

function Town({ town, filter }: { town: TownCounts; filter: RegisterFilter }) {
  const chosen = filter.town === town.placeId;
  const done = town.due === 0 ? 0 : Math.floor((town.founded * 100) / town.due);
  return (
    <li className="min-w-[7.5em] flex-[1_0_7.5em] border-line px-3 py-2 not-first:border-l max-lg:!border-l-0">
      <AppLink
        href={registerHref(filter, { town: chosen ? undefined : town.placeId, page: 1 })}
        aria-current={chosen ? 'true' : undefined}
        className="block min-h-target text-ink no-underline hover:underline aria-[current]:font-semibold"
      >
        {town.name}
        <span className="block">
          <span className="text-h3 font-semibold tabular-nums">{formatCount(town.founded)}</span>
          <span className="text-ink-2"> / {formatCount(town.due)}</span>
        </span>
        <span aria-hidden className="my-1 block h-[5px] rounded-full bg-line">
          <span
            className="block h-full rounded-full bg-ink"
            style={{ width: `${Math.min(100, done)}%` }}
          />
        </span>
        {town.visits > 0 && (
          <span className="text-secondary text-error">该走访 {formatCount(town.visits)}</span>
        )}
      </AppLink>
    </li>
  );
}

/** Town by town: founded of those due, and visits that are due; each opens its rows. */
export function TownCells({ counts, filter }: { counts: RegisterCounts; filter: RegisterFilter }) {
  if (counts.towns.length < 2) return null;
  return (
    <Card className="mb-4">
      <ul aria-label="各镇街已建、应建" className="flex flex-wrap py-1">
        {counts.towns.map((town) => (
          <Town key={town.placeId} town={town} filter={filter} />
        ))}
      </ul>
    </Card>
  );
}
