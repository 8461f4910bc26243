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
}

/** The page of `NothingHere`: the words, the way home, the telephone. */
export default function NothingHerePage({ title, text, number, hotline, tel }: NothingHereWords) {
  return (
    <FlowPage backHref="/" backLabel="首页">
      <ResultPage
        tone="neutral"
        title={title}
        actions={
          <ButtonRow>
            <LinkButton href="/" variant="secondary">
              回首页
            </LinkButton>
            <LinkButton href={tel} icon={<Icon name="phone" />}>{`打 ${hotline}`}</LinkButton>
          </ButtonRow>
        }
      >
        {text}编号 {number}。
      </ResultPage>
    </FlowPage>
  );
}
