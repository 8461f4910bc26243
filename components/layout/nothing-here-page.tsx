import { ButtonRow } from '../ui/button-row';
import { Icon } from '../ui/icon';
import { LinkButton } from '../ui/link-button';
import { ResultPage } from '../ui/result-page';
import { FlowPage } from './member-page';

/** What a page says that is not there, or not for this role. */
export interface NothingHereWords {
  readonly title: string;
  readonly text: string;
  /** 编号, what a person reads out on the telephone. */
  readonly number: string;
  readonly hotline: string;
  readonly tel: string;
  /** Where one came from, if not 首页. */
  readonly back?: { readonly href: string; readonly label: string };
  /** The one way on, instead of 首页 and the telephone. */
  readonly way?: { readonly href: string; readonly label: string };
}

/** The page of `NothingHere`: the words, the way home, the telephone. */
export default function NothingHerePage(words: NothingHereWords) {
  const { title, text, number, hotline, tel, back, way } = words;
  return (
    <FlowPage backHref={back?.href ?? '/'} backLabel={back?.label ?? '首页'}>
      <ResultPage
        tone="neutral"
        title={title}
        actions={
          way ? (
            <LinkButton href={way.href}>{way.label}</LinkButton>
          ) : (
            <ButtonRow>
              <LinkButton href="/" variant="secondary">
                回首页
              </LinkButton>
              <LinkButton href={tel} icon={<Icon name="phone" />}>{`打 ${hotline}`}</LinkButton>
            </ButtonRow>
          )
        }
      >
        {text}编号 {number}。
      </ResultPage>
    </FlowPage>
  );
}
