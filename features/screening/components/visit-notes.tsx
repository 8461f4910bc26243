import { CheckboxField } from '@/components/forms/checkbox-field';
import { Section } from '@/components/ui/card';
import { Bullets } from '@/components/ui/timeline';
import { screeningConsent } from '@/features/enrolment/rules/consents';
import { screeningDetails } from '@/features/offerings/schema/offering';

/** What the hospitals ask everyone to mind; a notice may have its own (domain.md §3.1). */
const usual = [
  '避开经期，经期结束后 3–7 天最合适',
  '检查前 48 小时不冲洗、不上药、不同房',
  '怀孕期间不做宫颈检查，请改约',
  '带身份证，穿宽松的衣服',
];

/** Notes before the visit. The clinic asks its own questions; the portal asks none and keeps no result. */
export function VisitNotes({ details }: { details: Record<string, unknown> }) {
  const d = screeningDetails.safeParse(details);
  const notes = d.success && d.data.notesBefore.length > 0 ? d.data.notesBefore : usual;
  return (
    <Section title="检查前请留意">
      <Bullets>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </Bullets>
      <p className="mt-2 text-secondary text-ink-2">
        其他情况由医生当面问。结果由医院告诉您本人，单位和工会都看不到。
      </p>
    </Section>
  );
}

/** The separate consent on which a screening booking rests (PIPL 28–30). */
export function ScreeningConsent() {
  return (
    <Section title="单独同意">
      <CheckboxField name="screeningConsent" label={screeningConsent.body} compact required />
    </Section>
  );
}
