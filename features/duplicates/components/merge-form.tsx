import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { mergeEmployersAction, mergePeopleAction } from '../actions';
import type { EmployerSide, PersonSide } from '../queries/pair';
import { mergeChoices } from '../rules/merge-choices';

type Side = 'a' | 'b';
const twoOf = (a: string, b: string) => [
  { value: 'a', label: `记录一：${a}` },
  { value: 'b', label: `记录二：${b}` },
];

interface AskProps {
  name: string;
  label: string;
  hint?: string;
  /** Proposed; null when there is nothing to choose. */
  proposed: Side | null;
  fixed: Side;
  words: readonly [string, string];
}

function Ask({ name, label, hint, proposed, fixed, words }: AskProps) {
  if (proposed === null) return <input type="hidden" name={name} value={fixed} />;
  return (
    <RadioGroup
      {...{ name, label, hint }}
      options={twoOf(words[0], words[1])}
      defaultValue={proposed}
    />
  );
}

const why = (
  <TextField
    name="reason"
    label="怎么核实是同一个的"
    hint="记入操作日志，不要写证件号码。"
    maxLength={100}
  />
);

/** One of two people: which record stays, and from which the name, document and number are. */
export function MergePeopleForm({
  pairId,
  sides: [a, b],
}: {
  pairId: string;
  sides: readonly [PersonSide, PersonSide];
}) {
  const { survivor, name, document, phone, fixed } = mergeChoices(a, b);
  const words = (side: PersonSide) =>
    [side.union ?? '没有会籍', side.memberNo].filter(Boolean).join('，');
  return (
    <Form action={mergePeopleAction} part="merge" aria-label="合并">
      <input type="hidden" name="pairId" value={pairId} />
      <FieldStack>
        <RadioGroup
          name="survivor"
          label="保留哪一条"
          hint="另一条的预约、证书、会籍都归到这一条"
          options={twoOf(words(a), words(b))}
          defaultValue={survivor}
        />
        <Ask
          {...{ name: 'name', label: '姓名用哪一条的', proposed: name, fixed: fixed.name }}
          words={[a.name ?? '', b.name ?? '']}
        />
        <Ask
          {...{ name: 'document', label: '证件用哪一条的', proposed: document }}
          fixed={fixed.document}
          words={[a.idMasked ?? '', b.idMasked ?? '']}
        />
        <Ask
          {...{ name: 'phone', label: '本人现在用哪个手机号', proposed: phone, fixed: fixed.phone }}
          hint="打这个号码问过再选：以后用它登录，另一个号码登不进来"
          words={[a.phoneMasked ?? '', b.phoneMasked ?? '']}
        />
        {why}
        <SubmitButton block={false} pendingText="合并中…">
          合并成一条
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** One of two employers: which stays, and whose name it has. */
export function MergeEmployersForm({
  pairId,
  sides: [a, b],
}: {
  pairId: string;
  sides: readonly [EmployerSide, EmployerSide];
}) {
  const survivor: Side = b.uscc && !a.uscc ? 'b' : 'a';
  const words = (side: EmployerSide) =>
    [side.town ?? '全区', side.uscc ?? '没填信用代码'].join('，');
  return (
    <Form action={mergeEmployersAction} part="merge" aria-label="合并">
      <input type="hidden" name="pairId" value={pairId} />
      <FieldStack>
        <RadioGroup
          name="survivor"
          label="保留哪一家"
          hint="另一家的会员、走访、建会都归到这一家，缺的资料补上"
          options={twoOf(words(a), words(b))}
          defaultValue={survivor}
        />
        <Ask
          {...{ name: 'name', label: '名称用哪一家的', fixed: survivor }}
          proposed={a.name === b.name ? null : survivor}
          words={[a.name, b.name]}
        />
        {why}
        <SubmitButton block={false} pendingText="合并中…">
          合并成一家
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}
