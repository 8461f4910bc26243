import { TextLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { printCertificateWords } from '../words';

interface PrintAllProps {
  sessionId: string;
  /** Certificates that hold. */
  count: number;
  refused: string | undefined;
  here: string;
}

/** Every certificate of a session in one file, a page each. */
export function PrintAll({ sessionId, count, refused, here }: PrintAllProps) {
  const words = refused && printCertificateWords[refused];
  return (
    <>
      {words && (
        <Notice tone="warning" className="mb-3">
          {words}。
          {refused === 'step_up' && (
            <TextLink href={`/staff/confirm?next=${encodeURIComponent(here)}`}>输入动态码</TextLink>
          )}
        </Notice>
      )}
      {count > 0 && (
        <form action={`/api/desk/certificates/${sessionId}`} method="post" className="mb-3">
          <button type="submit" className={buttonClass({ variant: 'secondary', small: true })}>
            <Icon name="print" />
            一次打印 {count} 张（PDF）
          </button>
        </form>
      )}
    </>
  );
}
