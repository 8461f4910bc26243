import { Section } from '@/components/ui/card';
import type { Agreement } from '../rules/sign-in-texts';

/** An agreement as people read it: short sections under their headings. */
export function AgreementText({ text }: { text: Agreement }) {
  return (
    <>
      <p className="text-secondary text-ink-2">版本 {text.version}</p>
      {text.sections.map((section) => (
        <Section key={section.heading} title={section.heading}>
          <p>{section.text}</p>
        </Section>
      ))}
    </>
  );
}
