import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { PhotoField } from '@/components/forms/photo-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { MOST_WITH_FILES } from '@/components/forms/too-large';
import { TextLink } from '@/components/ui/app-link';
import { BeforeAfter } from '@/components/ui/before-after';
import { Section } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { formatDateTime } from '@/lib/dates';
import { sendCorrectionAction, withdrawCorrectionAction } from '../actions';
import type { MyCorrection } from '../queries/my-corrections';
import { PROOF_PIXELS } from '../rules/proof';

/** Step two: the photos, and off it goes. */
export function ProofForm({ correction: c }: { correction: MyCorrection }) {
  const isSelf = c.who === 'self';
  return (
    <Section title="证件照片">
      <Form
        action={sendCorrectionAction}
        maxBytes={MOST_WITH_FILES}
        aria-label="提交更正申请"
        isPrivate
      >
        <input type="hidden" name="correctionId" value={c.id} />
        <FieldStack>
          <PhotoField
            name="photo1"
            label={isSelf ? '身份证等证件，有姓名和号码的一面' : '孩子的户口簿页或身份证'}
            hint="字要看得清。只有核对的工会干部能看，每次查看都有记录，办完后按期删除。"
            pixels={PROOF_PIXELS}
          />
          <PhotoField
            name="photo2"
            label={isSelf ? '改过名的，户口簿“曾用名”页' : '出生医学证明等其他证明'}
            optional
            pixels={PROOF_PIXELS}
          />
        </FieldStack>
        <SubmitButton className="mt-6" pendingText="提交中…">
          提交给工会核对
        </SubmitButton>
      </Form>
    </Section>
  );
}

const lead = (c: MyCorrection): string => {
  const when = c.decidedAt ? formatDateTime(c.decidedAt, c.now) : '';
  const texts = {
    draft: '还没有提交。拍好证件照片，点“提交给工会核对”。',
    waiting: `${c.union}正在核对，答复会通知您。更正前预约和名额照旧。`,
    corrected:
      c.origin === 'counter'
        ? `${when}已在窗口当面更正。如果不是您要求的，请立即联系工会。`
        : `${when}已更正，预约和名额照旧。`,
    refused: `${when}${c.union}答复：${c.answer ?? ''}`,
    withdrawn: '您已撤回，照片和内容已删除。',
  } as const;
  return texts[c.status];
};

const tones = {
  draft: 'warning',
  waiting: 'info',
  corrected: 'success',
  refused: 'neutral',
  withdrawn: 'neutral',
} as const;

/** How it stands, and what changes. */
export function CorrectionState({ correction: c }: { correction: MyCorrection }) {
  const facts = [
    ...(c.number ? [{ label: '办件号', value: c.number }] : []),
    ...(c.sentAt ? [{ label: '提交时间', value: formatDateTime(c.sentAt, c.now) }] : []),
    ...(c.photos.length > 0 ? [{ label: '证件照片', value: `${c.photos.length} 张` }] : []),
    ...(c.why ? [{ label: '怎么错的', value: c.why }] : []),
  ];
  return (
    <>
      <Notice tone={tones[c.status]} className="mb-4">
        {lead(c)}
      </Notice>
      {c.rows.length > 0 && (
        <BeforeAfter
          rows={c.rows}
          heads={{ before: c.status === 'corrected' ? '原来' : '现在登记', after: '改成' }}
        />
      )}
      {c.status === 'draft' && (
        <p className="mt-2">
          <TextLink href={`/me/corrections/new?who=${c.who}`}>内容填错了，回去改</TextLink>
        </p>
      )}
      {facts.length > 0 && <FactList className="mt-4" facts={facts} />}
    </>
  );
}

/** Taking it back, behind a fold; there while nobody has answered. */
export function WithdrawCorrection({ correction: c }: { correction: MyCorrection }) {
  if (c.status !== 'draft' && c.status !== 'waiting') return null;
  const verb = c.status === 'draft' ? '不申请了' : '撤回申请';
  return (
    <Section>
      <Disclosures>
        <Form
          action={withdrawCorrectionAction}
          part="withdraw"
          aria-label={verb}
          fold={foldOf(verb)}
        >
          <p className="mb-3">填的内容和照片马上删除，登记的资料不变。以后可以重新申请。</p>
          <input type="hidden" name="correctionId" value={c.id} />
          <SubmitButton variant="secondary" pendingText="撤回中…">
            {verb}
          </SubmitButton>
        </Form>
      </Disclosures>
    </Section>
  );
}
