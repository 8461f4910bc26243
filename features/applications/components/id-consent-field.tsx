import { CheckboxField } from '@/components/forms/checkbox-field';
import { idConsent } from '../rules/texts';

/** The separate consent for the document number (PIPL 29): its own box, its own words, never ticked. */
export function IdConsentField() {
  return (
    <>
      <CheckboxField
        name="idConsent"
        label="单独同意：工会为办理入会使用我的证件号码"
        className="mt-2"
      />
      <details className="mt-1">
        <summary className="link inline-flex min-h-target items-center text-secondary">
          用在哪里，存多久
        </summary>
        <p className="text-secondary text-ink-2">{idConsent.body}</p>
      </details>
    </>
  );
}
