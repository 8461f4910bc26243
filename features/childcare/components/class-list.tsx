import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { ClassDay, ClassLine } from '../queries/class-day';
import { countDay, dayState, dayWords } from '../rules/class-day';
import { doorWords, nextTap } from '../rules/class-door';

interface Actions {
  signIn: FormAction;
  undo: FormAction;
}

/** One child: for assigned staff the name opens the record, and the button is what comes next today. */
function Line({ line, view, signIn, undo }: Actions & { line: ClassLine; view: ClassDay }) {
  const { bookingId, name, day } = line;
  const fields = { sessionId: view.sessionId, bookingId };
  const record = `/class/${view.sessionId}/${bookingId}`;
  const state = dayState(day);
  const tap = nextTap(view, state);
  const small = { small: true, block: false } as const;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line px-4 py-3 not-first:border-t">
      <div className="min-w-0 flex-[1_1_8em]">
        {view.looksAfter ? (
          <TextLink href={record} className="inline-flex min-h-target items-center font-semibold">
            {name}
          </TextLink>
        ) : (
          <b className="inline-flex min-h-target items-center">{name}</b>
        )}
        <p
          className={
            state === 'missing' ? 'text-secondary text-error' : 'text-secondary text-ink-2'
          }
        >
          {dayWords(day)}
        </p>
      </div>
      {tap === 'hand_over' && (
        <div className="flex flex-wrap items-center gap-2">
          <InlineForm action={undo} fields={fields}>
            <SubmitButton {...small} variant="text">
              点错了
            </SubmitButton>
          </InlineForm>
          <LinkButton href={record} variant="secondary">
            接走
          </LinkButton>
        </div>
      )}
      {tap === 'sign_in' && (
        <InlineForm action={signIn} fields={fields}>
          <SubmitButton block={false} variant="secondary" pendingText="签到中…">
            签到
          </SubmitButton>
        </InlineForm>
      )}
    </li>
  );
}

/** 签到: every child of the class on one day, one tap each. */
export function ClassList({ view, signIn, undo }: Actions & { view: ClassDay }) {
  const counts = countDay(view.lines.map((line) => line.day));
  const shut = doorWords(view);
  return (
    <>
      {shut && (
        <Notice tone="error" className="mb-4">
          {shut}
        </Notice>
      )}
      {!view.looksAfter && (
        <Notice className="mb-4">
          您可以看今天的情况、写情况记录。签到、交接和孩子资料只对本班看护人员开放；要带班，请先在“看护人员”里登记自己并录入查询。
        </Notice>
      )}
      <p className="mb-3 text-secondary text-ink-2">
        在班 {counts.in}，已接走 {counts.home}，请假 {counts.absent}，未到{' '}
        {counts.expected + counts.missing}
      </p>
      <ul className="rounded-card border border-line bg-surface">
        {view.lines.map((line) => (
          <Line key={line.bookingId} line={line} view={view} signIn={signIn} undo={undo} />
        ))}
      </ul>
      {view.lines.length === 0 && <p className="mt-3 text-ink-2">本班还没有孩子。</p>}
    </>
  );
}
