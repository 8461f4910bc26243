import { Panel } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { ineligibleWordsAtDesk } from '@/features/eligibility/rules/ineligibility';
import { formatCount } from '@/lib/format';
import type { RulesPreview } from '../queries/preview-rules';
import type { ConditionChange } from '../rules/condition-words';
import type { Preview, Unfit } from '../rules/preview';
import { ruleLabels } from '../rules/rule-labels';

/** 年龄：35–64 周岁 → 30–64 周岁 */
export function RuleChanges({ changes }: { changes: readonly ConditionChange[] }) {
  if (changes.length === 0) return <p className="text-ink-2">和现在的条件一样。</p>;
  return (
    <ul className="bullets">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label}：{before ? <del className="text-ink-3">{before}</del> : '新加'}
          {' → '}
          {after ? <ins className="no-underline font-semibold">{after}</ins> : '去掉'}
        </li>
      ))}
    </ul>
  );
}

const columns: Column<Unfit>[] = [
  { head: '预约号', cell: (u) => <span className="whitespace-nowrap">{u.number}</span> },
  { head: '姓名', cell: (u) => u.masked },
  {
    head: '不符合',
    cell: (u) => u.failed.map(ineligibleWordsAtDesk).join('；'),
  },
  {
    head: '能不能破例',
    cell: (u) => {
      const [first] = u.failed;
      return first && ruleLabels[first.rule].override;
    },
  },
];

const LISTED = 50;

function Found({ caption, preview }: { caption: string; preview: Preview }) {
  if (preview.unfit.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="link min-h-target py-2">看这 {preview.unfit.length} 人</summary>
      <DataTable
        caption={caption}
        columns={columns}
        rows={preview.unfit.slice(0, LISTED)}
        keyOf={(u) => u.number}
        foot={preview.unfit.length > LISTED && `只列前 ${LISTED} 人`}
      />
    </details>
  );
}

function PreviewOfHolders({
  preview,
  what,
  then,
}: {
  preview: Preview;
  what: string;
  then: string;
}) {
  const { people, unfit } = preview;
  if (people === 0) return null;
  return (
    <div className="mt-3">
      <p>
        现在{what}的 {people} 人中，
        <b>{unfit.length === 0 ? '都还符合' : `${unfit.length} 人不再符合`}</b>
        {unfit.length > 0 && `，${then}`}。
      </p>
      <Found caption={`${what}但不再符合的人`} preview={preview} />
    </div>
  );
}

function Past({ against, past }: Pick<RulesPreview, 'against' | 'past'>) {
  if (!against || !past) return <p>还没有往期的报名可以比。</p>;
  return (
    <>
      <p className="text-lead">
        按此规则，《{against.title}》{formatCount(past.people)} 人中{' '}
        <b>{formatCount(past.unfit.length)} 人不符合</b>。
      </p>
      {past.byRule.length > 0 && (
        <ul className="bullets mt-2">
          {past.byRule.map(({ rule, label, n }) => (
            <li key={rule}>
              {label}：{formatCount(n)} 人
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-meta text-ink-3">
        一人可能有几项不符合；所属工会和职业按现在登记的算。
      </p>
      <Found caption="往期不符合的人" preview={past} />
    </>
  );
}

/** What the proposed conditions would do, before they are saved. */
export function RulesPreviewPanel(props: {
  /** Of one session alone there is no last time to compare with. */
  preview: Omit<RulesPreview, 'choices' | 'against' | 'past'> & Partial<RulesPreview>;
  changes: readonly ConditionChange[];
}) {
  const { preview, changes } = props;
  const { fitting, members } = preview;
  return (
    <Panel title="影响">
      <RuleChanges changes={changes} />
      <hr className="my-3 border-line" />
      {preview.against !== undefined && preview.past !== undefined && (
        <Past against={preview.against} past={preview.past} />
      )}
      <PreviewOfHolders preview={preview.booked} what="有名额" then="已给的名额不收回" />
      <PreviewOfHolders
        preview={preview.waiting}
        what="候补或待抽签"
        then="轮到时按新条件判断，不符合的会告诉本人"
      />
      {fitting === 0 ? (
        <Notice tone="warning" className="mt-3">
          按这些条件，几乎没有会员能报。请检查年龄、职业和范围。
        </Notice>
      ) : (
        fitting !== null && (
          <p className="mt-3">
            现在的 {formatCount(members)} 多名会员中，{formatCount(fitting)} 多名初步符合条件。
          </p>
        )
      )}
    </Panel>
  );
}
