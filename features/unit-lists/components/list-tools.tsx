import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button-style';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import type { UnitList } from '../queries/unit-list';
import { unitListWords } from '../words';

/** 提醒全部: everyone of the list who has not answered, once. */
export function RemindAll({ list, action }: { list: UnitList; action: FormAction }) {
  const waiting = list.progress.offered ?? 0;
  if (list.status !== 'submitted' || waiting === 0 || list.startsAt <= list.now) return null;
  return (
    <InlineForm action={action} fields={{ listId: list.id }} className="no-print">
      <SubmitButton block={false} variant="secondary" pendingText="正在提醒…">
        提醒没确认的 {waiting} 人
      </SubmitButton>
    </InlineForm>
  );
}

interface ResultsProps {
  list: UnitList;
  /** Why the last download was refused. */
  refused: 'needs_reason' | 'step_up' | undefined;
}

/** What the list came to, for the company: on paper, or as a file; never why somebody did not fit. */
export function ListResults({ list, refused }: ResultsProps) {
  if (list.status === 'draft') return null;
  const next = encodeURIComponent(`/desk/unit-lists/${list.id}?export=needs_reason#results`);
  return (
    <div id="results" className="no-print">
      <Disclosures>
        <Disclosure summary="给单位的结果（打印、下载）" open={refused !== undefined}>
          {refused && (
            <Notice tone="error" live className="mb-3">
              错误：{unitListWords[refused]}。
              {refused === 'step_up' && (
                <TextLink href={`/staff/confirm?next=${next}`}>输入动态码</TextLink>
              )}
            </Notice>
          )}
          <form
            method="post"
            action={`/api/desk/unit-lists/${list.id}`}
            className="flex max-w-form flex-col gap-3"
          >
            <p>
              有本单位会员的姓名和结果；
              {list.kind === 'screening'
                ? '健康检查不写原因，也不写谁确认、谁到检。'
                : '不写不符合条件的原因。'}
              每次下载都有记录。
            </p>
            <div>
              <label htmlFor="results-reason" className="mb-1 block font-semibold">
                用途
              </label>
              <input
                id="results-reason"
                name="reason"
                maxLength={100}
                className="input"
                autoComplete="off"
              />
            </div>
            <div className="flex flex-wrap gap-3">
              <button type="submit" className={buttonClass({ variant: 'secondary', block: false })}>
                下载表格
              </button>
              <PrintButton variant="secondary">打印这一页</PrintButton>
            </div>
          </form>
        </Disclosure>
      </Disclosures>
    </div>
  );
}
