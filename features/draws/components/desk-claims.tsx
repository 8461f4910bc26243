import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import type { DeskDraws } from '../queries/desk-draws';
import { numberText } from '../rules/list';

type Claim = DeskDraws['claims'][number];

const tones = { declared: 'warning', verified: 'success', refused: 'neutral' } as const;
const labels = { declared: '待核对', verified: '已核对', refused: '不符' } as const;

function columnsOf(draws: DeskDraws, action: FormAction): Column<Claim>[] {
  const labelOf = (key: string) => draws.terms.tiers.find((t) => t.key === key)?.label ?? key;
  const sealed = (claim: Claim) =>
    draws.sessions.find((s) => s.session.id === claim.sessionId)?.draw?.status !== 'announced';
  return [
    { head: '报名号', cell: (c) => <b>{numberText(c.entryNo ?? 0)}</b> },
    { head: '姓名', cell: (c) => `${c.masked} · 尾号 ${c.phoneTail}` },
    { head: '优先条件', cell: (c) => labelOf(c.tierKey) },
    { head: '核对', cell: (c) => <Tag tone={tones[c.status]}>{labels[c.status]}</Tag> },
    {
      head: '操作',
      cell: (c) =>
        sealed(c) ? (
          '名单已封存'
        ) : (
          <div className="flex flex-wrap gap-2">
            {(['verified', 'refused'] as const)
              .filter((verdict) => verdict !== c.status)
              .map((verdict) => (
                <InlineForm
                  key={verdict}
                  action={action}
                  fields={{ bookingId: c.bookingId, tierKey: c.tierKey, verdict }}
                >
                  <SubmitButton variant="secondary" block={false}>
                    {verdict === 'verified' ? '证明已看' : '不符'}
                  </SubmitButton>
                </InlineForm>
              ))}
          </div>
        ),
    },
  ];
}

/** 优先条件 to be proved: only what was seen before the list is sealed counts. */
export function ClaimsTable({ draws, action }: { draws: DeskDraws; action: FormAction }) {
  return (
    <section id="claims">
      <h2 className="mb-2">优先条件核对</h2>
      <DataTable
        caption="优先条件核对"
        columns={columnsOf(draws, action)}
        rows={draws.claims}
        keyOf={(c) => `${c.bookingId}-${c.tierKey}`}
        empty={
          <EmptyState icon="clipboard" title="没有人勾选优先条件">
            有人勾选后，看过证明在这里核对，封存前有效。
          </EmptyState>
        }
      />
    </section>
  );
}
