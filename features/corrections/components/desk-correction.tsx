import { Form } from '@/components/forms/form';
import { ReasonFields } from '@/components/forms/reason-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { BeforeAfter } from '@/components/ui/before-after';
import { Panel } from '@/components/ui/card';
import { DecideBar, DecideSend, decideFold } from '@/components/ui/decide-bar';
import { Notice } from '@/components/ui/notice';
import { KeyValues } from '@/components/ui/summary-list';
import { formatDateTime } from '@/lib/dates';
import { applyCorrectionAction, refuseCorrectionAction } from '../actions';
import type { DeskCorrection } from '../queries/desk-corrections';
import { correctionLabels, refusalSentences } from '../rules/status';
import { AcceptField } from './accept-field';
import { MisfitNotice } from './misfit-notice';
import { Photos } from './photos';

type Checks = NonNullable<DeskCorrection['checks']>;

const obstacle = ({ gone, moved, taken }: Checks): string | null => {
  if (gone) return '孩子已不在任何家庭里，不能更正。';
  if (moved) return '登记的资料在申请之后变过，不能照此更正，请其按现在的资料再申请。';
  return taken
    ? '这个证件号已登记在另一条记录上，不能更正。请其逐位核对，或核对是不是同一人登记了两次。'
    : null;
};

const refuseFold = decideFold({ id: 'refuse', title: '不更正', label: '不更正', danger: true });

function Decide({ correction: c, checks }: { correction: DeskCorrection; checks: Checks }) {
  const stop = obstacle(checks);
  const shown = checks.misfits.length > 0;
  const id = <input type="hidden" name="correctionId" value={c.id} />;
  return (
    <>
      {stop && <Notice tone="error">{stop}</Notice>}
      {checks.grown && (
        <Notice tone="warning">
          按更正后的出生日期已满 18 周岁：更正后监护结束，孩子的记录归本人。
        </Notice>
      )}
      <MisfitNotice misfits={checks.misfits} now={c.now} />
      <DecideBar>
        {!stop && (
          <Form
            action={applyCorrectionAction}
            part="apply"
            aria-label="更正"
            className={shown ? '!basis-full' : undefined}
          >
            {id}
            {shown && <input type="hidden" name="told" value="yes" />}
            <AcceptField shown={shown} />
            <SubmitButton
              block={!shown}
              className={shown ? 'mt-2' : undefined}
              pendingText="更正中…"
            >
              照此更正
            </SubmitButton>
          </Form>
        )}
        <Form action={refuseCorrectionAction} part="refuse" aria-label="不更正" fold={refuseFold}>
          {id}
          <ReasonFields sentences={refusalSentences} hint="申请人会看到，写清楚接下来做什么" />
          <DecideSend>
            <SubmitButton block={false}>不更正，答复申请人</SubmitButton>
          </DecideSend>
        </Form>
      </DecideBar>
    </>
  );
}

const outcomes: Partial<Record<DeskCorrection['status'], string>> = {
  corrected: '已更正，已通知本人或监护人。',
  refused: '已答复本人或监护人，答复内容已到期删除。',
  withdrawn: '申请人已撤回，内容和照片已删除。',
};

function Outcome({ correction: c }: { correction: DeskCorrection }) {
  if (c.checks) return <Decide correction={c} checks={c.checks} />;
  if (c.own && c.status === 'waiting')
    return <Notice tone="info">这是您本人或家人的资料，请由同事或上级工会办理（回避）。</Notice>;
  const when = c.decidedAt ? formatDateTime(c.decidedAt, c.now) : '';
  return (
    <Panel title={`${when}${correctionLabels[c.status]}`}>
      <p>{c.answer ?? outcomes[c.status]}</p>
    </Panel>
  );
}

/** One request: old and new, the proof beside it, what the system found, and the two answers. */
export function CorrectionCase({ correction: c }: { correction: DeskCorrection }) {
  return (
    <div className="grid max-w-[75em] gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="申请更正" note="每次打开都有记录">
          {c.rows.length > 0 ? (
            <BeforeAfter
              rows={c.rows}
              heads={{ before: c.status === 'corrected' ? '原来' : '现在登记', after: '改成' }}
            />
          ) : (
            <p className="text-ink-2">{c.own ? '回避，不显示内容。' : '内容已删除。'}</p>
          )}
          <div className="mt-3">
            <KeyValues
              single
              rows={[
                { label: '谁', value: c.isChild ? '孩子，由监护人申请' : '本人' },
                ...(c.why ? [{ label: '怎么错的', value: c.why }] : []),
                { label: '手机尾号', value: c.phoneTail },
                { label: '提交时间', value: formatDateTime(c.sentAt, c.now) },
              ]}
            />
          </div>
          {c.personId && !c.own && (
            <p className="mt-2">
              <TextLink href={`/desk/members/${c.personId}`}>看这位会员</TextLink>
            </p>
          )}
        </Panel>
        <Photos photos={c.photos} origin={c.origin} />
      </div>
      <Outcome correction={c} />
    </div>
  );
}
