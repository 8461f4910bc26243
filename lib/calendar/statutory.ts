/** Day of the year, name, and the first year of the law's present wording for it. */
const fixedDays: Readonly<Record<string, readonly [name: string, since: number]>> = {
  '01-01': ['元旦', 2000],
  '05-01': ['劳动节', 2000],
  '05-02': ['劳动节', 2025],
  '10-01': ['国庆节', 2000],
  '10-02': ['国庆节', 2000],
  '10-03': ['国庆节', 2000],
};

/**
 * The holiday that the law itself fixes on this day of the sun's year, by name; null on any other day. It needs
 * no notice; those of the moon's year and 清明 come with the notice alone, and those of a part of the people
 * (妇女节, 青年节 …) are working days. Source: 全国年节及纪念日放假办法 (国务院令第795号) art. 2.
 * @param on `YYYY-MM-DD`
 */
export function statutoryHoliday(on: string): string | null {
  const found = fixedDays[on.slice(5)];
  return found && Number(on.slice(0, 4)) >= found[1] ? found[0] : null;
}
