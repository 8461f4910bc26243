import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Panel } from '@/components/ui/card';
import { CaseTable } from '@/components/ui/case-table';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValues } from '@/components/ui/summary-list';
import { formatDateTime, formatFullDay, todayOn } from '@/lib/dates';
import { decideReturnAction } from '../actions';
import type { OpenReturn, ReturnLine } from '../queries/desk-returns';
import { returnLabels } from '../rules/return-visit';

interface TableProps {
  caption: string;
  lines: readonly ReturnLine[];
  now: Date;
}

/** Who says she was asked back: masked, for which screening, since when. */
export function ReturnTable({ caption, lines, now }: TableProps) {
  return (
    <CaseTable
      caption={caption}
      heads={{ title: '谁，哪一项', since: '提交' }}
      lines={lines.map((l) => ({
        id: l.id,
        href: `/desk/returns?case=${l.id}`,
        title: `${l.attendee}（尾号 ${l.phoneTail}）`,
        sub: l.title,
        waiting: l.status === 'waiting',
        status: returnLabels[l.status],
        since: formatDateTime(l.createdAt, now),
      }))}
      empty={<EmptyState title="没有等待核实的">有人说医院通知再来，会列在这里。</EmptyState>}
    />
  );
}

/** One of them: whom to call, when and where she was last, and the two answers. */
export function ReturnCase({ found }: { found: OpenReturn }) {
  const seen = found.visits.map((v) => `${formatFullDay(todayOn(v.startsAt))}，${v.place}`);
  const rows = [
    { label: '谁', value: found.name },
    {
      label: '电话',
      value: (
        <a className="link" href={`tel:${found.phone}`}>
          {found.phone}
        </a>
      ),
    },
    { label: '服务', value: found.title },
    { label: '来过', value: seen.join('；') || '系统里没有记录' },
    { label: '提交', value: formatDateTime(found.createdAt, found.now) },
  ];
  return (
    <div className="grid max-w-[60em] gap-4">
      <Panel title="联系本人和医院核实" note="每次打开都有记录">
        <KeyValues rows={rows} single />
        <p className="mt-3 text-ink-2">只问医院有没有通知她再来，不问、不记检查结果。</p>
      </Panel>
      {found.status === 'waiting' ? (
        <Panel title="核实结果">
          <Form action={decideReturnAction} isPrivate>
            <input type="hidden" name="returnId" value={found.id} />
            <input type="hidden" name="version" value={found.version} />
            <TextArea
              name="answer"
              label="给本人的话"
              hint="属实可以不写；不符要写明原因和怎么办，不要写病情"
              maxLength={200}
              rows={3}
              optional
            />
            <div className="mt-4 flex flex-wrap gap-3">
              <SubmitButton block={false} name="to" value="verified">
                属实，可以再来
              </SubmitButton>
              <SubmitButton block={false} variant="secondary" name="to" value="refused">
                不符
              </SubmitButton>
            </div>
          </Form>
        </Panel>
      ) : (
        <Panel title={returnLabels[found.status]}>
          <p>{found.answer ?? '没有写给本人的话。'}</p>
        </Panel>
      )}
    </div>
  );
}
