import type { Trade } from './federation';

export const OCCUPATIONS_VERSION = '2026-01';

/** Occupations of the members of each kind of union, with weights. */
export const occupationsOf: Record<Trade, readonly (readonly [string, number])[]> = {
  platform: [
    ['food_delivery_rider', 6],
    ['courier', 3],
    ['ride_hailing_driver', 2],
    ['designated_driver', 1],
    ['live_streamer', 1],
    ['platform_housekeeper', 1],
  ],
  express: [
    ['courier', 8],
    ['food_delivery_rider', 1],
    ['office_clerk', 1],
  ],
  freight: [
    ['truck_driver', 8],
    ['technician', 1],
    ['office_clerk', 1],
  ],
  ride: [
    ['ride_hailing_driver', 8],
    ['designated_driver', 2],
  ],
  home: [
    ['housekeeper', 5],
    ['care_worker', 3],
    ['platform_housekeeper', 2],
  ],
  factory: [
    ['factory_worker', 8],
    ['technician', 2],
    ['office_clerk', 1],
    ['security_guard', 1],
  ],
  building: [
    ['construction_worker', 6],
    ['truck_driver', 2],
    ['factory_worker', 2],
  ],
  shop: [
    ['store_clerk', 4],
    ['catering_worker', 4],
    ['estate_agent', 2],
    ['online_marketer', 1],
  ],
  street: [
    ['security_guard', 5],
    ['sanitation_worker', 5],
  ],
  health: [
    ['medical_worker', 8],
    ['care_worker', 2],
  ],
  school: [
    ['teacher', 9],
    ['security_guard', 1],
  ],
  office: [
    ['public_servant', 8],
    ['office_clerk', 2],
  ],
  mixed: [
    ['factory_worker', 3],
    ['catering_worker', 2],
    ['construction_worker', 2],
    ['food_delivery_rider', 2],
    ['truck_driver', 1],
    ['bus_driver', 1],
    ['other', 2],
  ],
};
