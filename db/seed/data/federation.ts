/** What kind of people work there; decides the occupations of its members. */
export type Trade =
  | 'platform'
  | 'express'
  | 'freight'
  | 'ride'
  | 'home'
  | 'factory'
  | 'building'
  | 'shop'
  | 'street'
  | 'health'
  | 'school'
  | 'office'
  | 'mixed';

export interface UnionData {
  name: string;
  short: string;
  joint?: boolean;
  trade: Trade;
  /** Share of the members. */
  weight: number;
  /** Name, industry of GB/T 4754, staff. */
  employers?: readonly (readonly [string, string, number])[];
  branches?: readonly string[];
}

export interface IndustryData {
  name: string;
  industry: string;
  trade: Trade;
  unions: readonly UnionData[];
}

export interface TownData {
  /** Nine digits: the area code of the federation and the town (domain.md, area codes). */
  areaCode: string;
  name: string;
  unions: readonly UnionData[];
}

/** By whom stories are told; every one invented. */
export interface PeopleData {
  courier: string;
  elderChild: string;
  youngerChild: string;
  applicant: string;
  classTeacher: string;
  organisationOfficer: string;
  womenOfficer: string;
  economyOfficer: string;
  systemAdmin: string;
  viewer: string;
  townAdmin: string;
  otherTownAdmin: string;
  unionAdmin: string;
  otherUnionAdmin: string;
  hospitalDesk: string;
}

/** Where the story of the demo takes place; `short` names are as people say them. */
export interface StoryData {
  /** The town of the courier, one with a draft, and the one of the mill. */
  town: string;
  townShort: string;
  draftTown: string;
  millTown: string;
  millTownShort: string;
  platformUnion: string;
  foodUnion: string;
  millUnion: string;
  /** What the mills of `millTown` make, and what people call them. */
  goods: string;
  mills: string;
  office: string;
  clinic: string;
  townClinic: string;
  clinicShort: string;
  farTowns: string;
  farShort: string;
  farClinic: string;
  dockTown: string;
  dock: string;
  station: string;
  school: string;
  schoolShort: string;
  skillSchool: string;
  logistics: string;
  square: string;
}

/** One invented federation: its tree, its names and what its settings say. The story is the same in all. */
export interface FederationData {
  root: string;
  /** 某某区, and the character of its level. */
  area: string;
  level: string;
  address: string;
  areaCode: string;
  phoneArea: string;
  settings: Readonly<Record<string, string>>;
  members: number;
  /** A year that is over, as its report told it: exactly so many joined, and so many employers founded a union. */
  pastYear?: {
    readonly year: number;
    readonly members: number;
    readonly newForm: number;
    readonly employers: number;
  };
  surnames: readonly (readonly [string, number])[];
  towns: readonly TownData[];
  industries: readonly IndustryData[];
  /** Straight under the root. */
  rootUnions: readonly UnionData[];
  /** Employers without a union, with their town: their workers join its 网上会员之家. */
  looseEmployers: readonly (readonly [string, string, number, string])[];
  people: PeopleData;
  story: StoryData;
}
