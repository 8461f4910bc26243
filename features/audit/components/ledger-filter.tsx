import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { SearchForm } from '@/components/ui/search-form';
import { SearchLimit } from '@/components/ui/search-limit';
import type { LedgerFilter } from '../schema';
import { actionLabels } from '../words';

/** The words go sealed into the address, the rest as it is: the address is the state. */
export function LedgerFilterForm({
  filter,
  actions,
  lost,
}: {
  filter: LedgerFilter;
  actions: readonly string[];
  lost: boolean;
}) {
  const field = 'flex flex-col text-meta text-ink-2';
  return (
    <SearchForm to="/desk/audit" lost={lost} className="mb-4 flex flex-wrap items-end gap-3">
      <label className={field}>
        谁
        <input className="input w-[9em]" name="actor" defaultValue={filter.actor} />
      </label>
      <label className={field}>
        做了什么
        <select className="input w-[12em]" name="action" defaultValue={filter.action}>
          <option value="">全部</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {actionLabels[action] ?? action}
            </option>
          ))}
        </select>
      </label>
      <label className={field}>
        对象编号
        <input className="input w-[12em]" name="entity" defaultValue={filter.entity} />
      </label>
      <label className={field}>
        从
        <input className="input" type="date" name="from" defaultValue={filter.from} />
      </label>
      <label className={field}>
        到
        <input className="input" type="date" name="to" defaultValue={filter.to} />
      </label>
      <Button type="submit" variant="secondary" small>
        筛选
      </Button>
      <LinkButton href="/desk/audit" variant="text" small>
        清空
      </LinkButton>
      <SearchLimit words={filter.actor} />
    </SearchForm>
  );
}
