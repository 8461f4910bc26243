import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { ActionBar } from '@/components/layout/action-bar';
import { Cell, CellList } from '@/components/ui/cell-list';
import type { FoundEmployer } from '@/features/organisations/queries/find-employers';
import { mayBeRead } from '@/lib/search';
import { saveEmployerAction } from '../actions';

interface EmployerResultsProps {
  query: string;
  found: readonly FoundEmployer[];
  from?: string;
  /** Opened to put one answer right: it leads back to the case. */
  returns?: boolean;
}

const place = (townName: string | null): string =>
  townName?.replace(/(总工会|工会联合会|工会)$/, '') ?? '所在镇、街道';

const unionWords = (employer: FoundEmployer): string =>
  employer.unionName
    ? `由${employer.unionName}核对`
    : `还没有工会，先加入${place(employer.townName)}网上会员之家`;

const heading = (count: number): string =>
  count < 20 ? `找到 ${count} 个单位，请选一个` : `先列出 ${count} 个，名称写全一些更好找`;

/** The employers found, each with the union that will check; the last way out is always there. */
export function EmployerResults({ query, found, from, returns }: EmployerResultsProps) {
  const employer = mayBeRead('/join/workplace/employer', query) ? query : '';
  const town = new URLSearchParams({ employer, ...(from && { from }) });
  const notListed = (
    <CellList className="mt-4">
      <Cell
        title="找不到我的单位"
        sub="按工作的镇、街道加入"
        href={`/join/workplace/town?${town}`}
      />
    </CellList>
  );
  if (found.length === 0) {
    return (
      <div className="mt-6">
        <p role="status">没有找到“{query}”。换几个字再试，或按镇、街道加入。</p>
        {notListed}
      </div>
    );
  }
  return (
    <Form action={saveEmployerAction} flow className="mt-6">
      {from && <input type="hidden" name="from" value={from} />}
      <RadioGroup
        name="employerId"
        label={heading(found.length)}
        cards
        options={found.map((employer) => ({
          value: employer.id,
          label: employer.name,
          hint: unionWords(employer),
        }))}
        defaultValue={found.length === 1 ? found[0]?.id : undefined}
      />
      {notListed}
      <ActionBar>
        <SubmitButton pendingText="保存中…">{returns || from ? '保存并返回' : '继续'}</SubmitButton>
      </ActionBar>
    </Form>
  );
}
