import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Card, Section } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatDateTime, formatDay, todayOn } from '@/lib/dates';
import { confirmTaskAction } from '../actions';
import type { MyRating } from '../queries/my-rating';
import { type Level, levelLabels, reasonLabels } from '../rules';

type Rating = NonNullable<MyRating['rating']>;

function Answer({ rating, now }: { rating: Rating; now: Date }) {
  const { task } = rating;
  if (!task || task.status === 'withdrawn') return null;
  const due = formatDay(task.dueOn, todayOn(now));
  return (
    <Section title="组织单位的答复">
      {task.status === 'open' && (
        <Notice tone="info">
          {task.answer ? '已转上级工会督办，' : '已交组织单位整改，'}
          {due}前答复您。
        </Notice>
      )}
      {task.answer && (
        <Card pad className="mt-3">
          <p className="whitespace-pre-line">{task.answer}</p>
          {task.answeredAt && (
            <p className="mt-2 text-meta text-ink-3">{formatDateTime(task.answeredAt, now)}</p>
          )}
        </Card>
      )}
      {task.status === 'answered' && (
        <InlineForm
          action={confirmTaskAction}
          fields={{ ratingId: rating.id }}
          className="mt-4 flex flex-wrap gap-3"
        >
          <SubmitButton name="solved" value="yes">
            已解决
          </SubmitButton>
          <SubmitButton name="solved" value="no" variant="secondary">
            还没解决
          </SubmitButton>
        </InlineForm>
      )}
      {task.status === 'solved' && (
        <Notice tone="success" className="mt-3">
          您已确认解决。谢谢。
        </Notice>
      )}
    </Section>
  );
}

/** One's own rating, until when it may be changed, and what the organiser said to it. */
export function MyRatingView({ mine, path }: { mine: MyRating; path: string }) {
  const { rating, now } = mine;
  if (!rating) return null;
  const facts = [
    { label: '满意程度', value: levelLabels[rating.level as Level] },
    ...(rating.reasons.length > 0
      ? [{ label: '原因', value: rating.reasons.map((r) => reasonLabels[r] ?? r).join('、') }]
      : []),
    ...(rating.comment ? [{ label: '您写的', value: rating.comment }] : []),
  ];
  return (
    <>
      <Section title="我的评价">
        <FactList facts={facts} />
        {mine.refused === null && (
          <div className="mt-4">
            <LinkButton href={`${path}?level=${rating.level}`} variant="secondary">
              修改评价
            </LinkButton>
            <p className="mt-2 text-secondary text-ink-2">
              {formatDateTime(rating.changeableUntil, now)}前可以改。
            </p>
          </div>
        )}
      </Section>
      <Answer rating={rating} now={now} />
    </>
  );
}
