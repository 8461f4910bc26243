import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { TextLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button-style';
import { Panel } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Tag } from '@/components/ui/tag';
import { questionTypes } from '@/db/schema/enums';
import type { DeskForm, DeskQuestion } from '../queries/desk-form';
import { questionFacts } from '../rules/form-words';
import { typeLabels } from '../rules/question';

interface DeskFormProps {
  offeringId: string;
  form: DeskForm;
  sessions: readonly { id: string; title: string }[];
  /** Finished or cancelled: only to be read. */
  over: boolean;
  actions: { move: FormAction; retire: FormAction };
}

const tool = buttonClass({ variant: 'secondary', small: true });

function Tools({ question, at, last, ...props }: QuestionProps) {
  const base = `/desk/offerings/${props.offeringId}/questions/${question.id}`;
  const fields = { offeringId: props.offeringId, questionId: question.id };
  const { label } = question;
  return (
    <div className="no-print flex flex-wrap items-start gap-2">
      <LinkButton variant="secondary" small href={base}>
        修改
        <span className="visually-hidden">{label}</span>
      </LinkButton>
      <InlineForm
        action={props.actions.move}
        fields={fields}
        className="flex flex-wrap items-start gap-2"
      >
        {at > 0 && (
          <button
            type="submit"
            name="step"
            value="up"
            className={tool}
            aria-label={`上移：${label}`}
          >
            上移
          </button>
        )}
        {!last && (
          <button
            type="submit"
            name="step"
            value="down"
            className={tool}
            aria-label={`下移：${label}`}
          >
            下移
          </button>
        )}
      </InlineForm>
      <InlineForm action={props.actions.retire} fields={fields}>
        <button
          type="submit"
          className={buttonClass({ variant: 'text', small: true })}
          aria-label={`停用：${label}`}
        >
          停用
        </button>
      </InlineForm>
    </div>
  );
}

interface QuestionProps extends DeskFormProps {
  question: DeskQuestion;
  at: number;
  last: boolean;
}

function QuestionRow(props: QuestionProps) {
  const { question: q, at, form, sessions, over } = props;
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-[1_1_18em]">
        <p className="font-semibold">
          {`${at + 1}. ${q.label} `}
          {q.sensitive && <Tag tone="warning">敏感</Tag>}
        </p>
        {q.hint && <p className="text-secondary text-ink-2">{q.hint}</p>}
        <p className="text-secondary text-ink-2">
          {questionFacts(q, form.questions, sessions).join('；')}
        </p>
        <p className="text-meta text-ink-3">
          {`第 ${q.version} 版，${q.answered === 0 ? '还没有人回答' : `${q.answered} 人已回答`}`}
        </p>
      </div>
      {!over && <Tools {...props} />}
    </li>
  );
}

/** The questions of an offering in order, each with its tools; buttons, so that no script is needed. */
export function FormPanel(props: DeskFormProps) {
  const { form, offeringId } = props;
  return (
    <Panel
      title={`报名时问的问题（${form.questions.length}）`}
      note={
        form.questions.length > 0 && (
          <TextLink href={`/desk/offerings/${offeringId}/questions/preview`} className="reach">
            预览会员页面
          </TextLink>
        )
      }
    >
      {form.questions.length === 0 ? (
        <EmptyState icon="clipboard" title="还没有问题">
          需要报名时问清楚的，从右边加一题。
        </EmptyState>
      ) : (
        <ol className="rows -mx-4">
          {form.questions.map((question, at) => (
            <QuestionRow
              key={question.id}
              {...props}
              {...{ question, at }}
              last={at === form.questions.length - 1}
            />
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** 加一题: the kind first, so that the next page asks only what that kind has. */
export function AddPanel({ offeringId, taken }: { offeringId: string; taken: boolean }) {
  return (
    <Panel title="加一题">
      <p className="mb-3 text-secondary text-ink-2">
        {taken
          ? '已有人报名：新的必填题会请他们补充，已填的不用再填。'
          : '健康提示、接送人已在设置里，不用在这里问。'}
      </p>
      <ul className="flex flex-wrap gap-2">
        {questionTypes.map((type) => (
          <li key={type}>
            <LinkButton
              variant="secondary"
              small
              href={`/desk/offerings/${offeringId}/questions/new?type=${type}`}
            >
              {typeLabels[type]}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
