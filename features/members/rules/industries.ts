interface Flags {
  readonly isNewForm: boolean;
  readonly inEightGroups: boolean;
}

/** The heading an occupation stands under, by what the dictionary says of it. */
export const occupationGroup = ({ isNewForm, inEightGroups }: Flags): string => {
  if (isNewForm) return '送单、开车、直播、上门服务';
  return inEightGroups ? '家政、护理、中介、保安、商场' : '工厂、工地、学校、医院、机关和其他';
};

const industries: Readonly<Record<string, string>> = {
  courier: 'express',
  food_delivery_rider: 'express',
  truck_driver: 'freight',
  ride_hailing_driver: 'ride_hailing',
  designated_driver: 'ride_hailing',
  platform_housekeeper: 'housekeeping',
  housekeeper: 'housekeeping',
  care_worker: 'housekeeping',
};

/** The industry that an occupation belongs to, so that nobody is asked what was just said. */
const industryOf = (occupation: string | null | undefined): string | null =>
  (occupation && industries[occupation]) || null;

/** What the question of the industry begins with: the answer given, else what the occupation says. */
export const preselectedUnion = (
  unions: readonly { readonly id: string; readonly industry: string | null }[],
  form: {
    route: string | null;
    organisationId: string | null;
    occupationCode: string | null;
  } | null,
): string | undefined => {
  if (form?.route === 'industry') return form.organisationId ?? '';
  const industry = industryOf(form?.occupationCode);
  return unions.find((union) => industry !== null && union.industry === industry)?.id;
};

/** 快递 takes those who deliver meals as well; the name of the federation does not say so. */
export const industryLabel = (name: string, industry: string | null): string => {
  const short = name.replace(/行业工会联合会$/, '');
  return industry === 'express' ? `${short}、外卖` : short;
};
