import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { ActionBar } from '@/components/layout/action-bar';
import { PageHead } from '@/components/layout/member-page';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { formatDay } from '@/lib/dates';
import { startTransferAction } from '../actions';
import type { TransferPreview } from '../queries/transfer-preview';
import { homeMeans } from '../rules/employer-leads';
import { silenceMeans } from '../rules/two-sides';
import { CarriedList } from './carried-list';
import { SidesCard } from './sides-card';
import { TransferRights } from './transfer-rights';

/** The one step of a transfer: both unions with their last days, what goes along, 确认转会. */
export function ConfirmTransfer({
  preview: p,
  unit,
  idempotencyKey,
}: {
  preview: TransferPreview;
  /** The unit that was looked for in vain, to begin with. */
  unit: string;
  idempotencyKey: string;
}) {
  const day = (on: string) => formatDay(on, p.today);
  const side = (name: 'out' | 'in') => ({
    side: name,
    union: name === 'out' ? p.from : p.to.name,
    when: (
      <p>
        <b>{day(p[name].dueOn)}前</b>答复，{silenceMeans[name]}
      </p>
    ),
  });
  const latest = [p.out.dueOn, p.in.dueOn].sort().at(-1) ?? '';
  return (
    <Form action={startTransferAction} idempotencyKey={idempotencyKey} flow>
      <PageHead title={`转到${p.to.name}`}>会籍跟着工作走，不用退会，也不用重新入会。</PageHead>
      <input type="hidden" name="toId" value={p.to.id} />
      {p.employer && <input type="hidden" name="employerId" value={p.employer.id} />}
      {p.to.takesWithoutUnion && (
        <Notice tone="info" className="mb-4">
          {homeMeans(p.to.name, p.employer && !p.employer.hasUnion ? p.employer.name : null)}
        </Notice>
      )}
      <SidesCard sides={[side('out'), side('in')]} />
      <div className="mt-3">
        <Disclosures>
          <Disclosure summary="两个日子怎么算的">
            {(['out', 'in'] as const).map((name) => (
              <div key={name} className="mb-3 last:mb-0">
                <p className="font-semibold">{name === 'out' ? '转出' : '转入'}</p>
                <ul className="list-disc pl-5">
                  {p[name].lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </div>
            ))}
          </Disclosure>
        </Disclosures>
      </div>
      <CarriedList lines={p.carried} />
      <TransferRights />
      {!p.employer && (
        <div className="mt-8">
          <TextField
            name="employerName"
            label="新单位或站点"
            optional
            maxLength={60}
            defaultValue={unit}
          />
        </div>
      )}
      <ActionBar
        note={
          <>
            一般最晚 <b className="whitespace-nowrap">{day(latest)}</b> 转好
          </>
        }
      >
        <SubmitButton pendingText="转会中…">确认转会</SubmitButton>
      </ActionBar>
    </Form>
  );
}
