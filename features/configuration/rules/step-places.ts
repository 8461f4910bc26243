import { type InstallFacts, isNamed, type StepId } from './first-steps';

/** What the reader may do in the screens that the steps open. */
export interface StepRights {
  readonly tree: boolean;
  readonly employers: boolean;
  readonly offerings: boolean;
}

export interface StepPlace {
  /** The screen; none where somebody else does it. */
  readonly href?: string;
  /** Who does it, where it is not the reader. */
  readonly by?: string;
}

/** Which screen each step opens, as far as the reader's own roles open it. */
export function stepPlaces(facts: InstallFacts, may: StepRights): Record<StepId, StepPlace> {
  const unnamed = !isNamed(facts.rootName) && facts.rootId !== null && may.tree;
  return {
    name: {
      href: unnamed
        ? `/desk/organisations/${facts.rootId}/edit`
        : '/desk/settings?edit=portal.hotline#portal.hotline',
    },
    tree: { href: may.tree ? '/desk/organisations/paste' : '/desk/organisations' },
    employers: may.employers
      ? { href: '/desk/organisations/employers/paste' }
      : { by: '由组织部登记' },
    holidays: { href: `/desk/settings/holidays?year=${facts.missingYear ?? facts.year}` },
    sms: { href: '/desk/first-steps/sms' },
    roles: { href: '/desk/roles' },
    offering: may.offerings
      ? { href: '/desk/offerings/new' }
      : { by: '由开班的干部发布，先在上一步指定' },
  };
}
