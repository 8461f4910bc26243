/** 江南街道总工会 → 江南街道: the place that a 镇/街道 union is named after. */
export const placeName = (unionName: string): string =>
  unionName.replace(/(总工会|工会联合会|工会)$/, '') || unionName;
