// The library of Delegate Roster for JavaScript. No function throws: each answers with a value or an error.

/** An error names a stable code and the place in the argument, such as `units[3].weight`. */
export interface Failure { code: string; path: string; message: string }
export type Answer<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** One unit: members, and what was decided for it beforehand. Whole numbers; weights below 2^43, seats up to 2^20. */
export interface Unit { weight: number; min?: number; max?: number; fixed?: number }

/** A draw that settles exactly one tie: who was tied with how many certain seats, and who was drawn. */
export interface Lot { contenders: { unit: number; certain: number }[]; drawn: number[] }

export interface Request {
  /** `hamilton`, `droop`, `hagenbach-bischoff`, `imperiali-quota`, `adams`, `dean`, `huntington-hill`, `webster`,
   * `jefferson`, `danish`, `condorcet`, `imperiali`, `macau`, `modified-webster:7/5`, `stationary:1/3`,
   * `power-mean:-1`, `quota-method`, `degressive:webster`, `base-proportional:5:adams:96`, `equal-shares`;
   * also `hare`, `dhondt`, `sainte-lague`. */
  method: string;
  seats: number;
  /** Either the units, … */
  units?: Unit[];
  /** … or their members alone, where there are no bounds: several times quicker for many. */
  weights?: number[];
  minimum?: "seed" | "clamp" | "set-aside" | "top-up";
  lots?: Lot[];
  /** Whether to tell how each unit came to its seats. */
  steps?: boolean;
}

/** Members over the printed divisor or the quota, as an exact fraction, and the rule that the seats follow from. */
export interface Step {
  quotient: string | null;
  ground: "fixed" | "no-members" | "minimum" | "maximum" | "rounded" | "first-seat" | "whole" | "remainder" | "shifted" | "stepwise" | "contested";
}

/** Numbers from which the seats follow by hand; exact fractions as text. No divisor in a tie, where bounds leave no other seats, where
 * there are too few seats for a first one each (those with most members have one), and under a method that rounds nothing. */
export type Witness =
  | { kind: "divisor"; divisor: string | null }
  /** The largest quota less seats held that won nothing, and the smallest, before its last seat, that won one: remainders, unless
   * bounds take so many or leave so many seats that they are below 0 or above 1. */
  | { kind: "remainder"; quota: string | null; next: string | null; last: string | null }
  | { kind: "upper-quota"; quota: string | null };

export type Allocation =
  | { status: "settled"; seats: number[]; witness: Witness | null; stale_lots: number[]; steps?: Step[] }
  | { status: "tied"; certain: number[]; contested: number[]; open: number; witness: Witness | null; stale_lots: number[]; steps?: Step[] };

export interface Firmness { unit: number; gain: number | null; loss: number | null; houses: [number, number] | null }

export interface Indices {
  loosemore_hanby: number; rae: number; grofman: number; lijphart: number; gallagher: number;
  sainte_lague: number | null; dhondt: number | null; gini: number; dauer_kelsay: number;
  max_min_ratio: number | null; variation: number; effective_by_seats: number; effective_by_members: number;
}

/** `verdict`: `met`, `not-met`, `open` (nobody has voted yet), or the code of why it cannot be decided. */
export interface Threshold {
  share: [number, number]; strict: boolean; base: string; of: number | null; needed: number | null;
  verdict: string; may_leave: number | null;
}

export interface ThresholdQuestion {
  /** Either the code of a profile, such as `cpc-local-2020`, … */
  profile?: string;
  /** … or a rule of one's own. */
  rule?: { share: [number, number]; strict: boolean; base: string };
  seats?: number; due?: number; registered?: number; present?: number; votes_cast?: number;
}

/** A whole scenario: the file that the page saves and opens. Every field and code: docs/FORMAT.md, "The document". Identities are
 * whole numbers below `nextId`, each used once; a field that is not known is refused with its place. */
export interface Document {
  format: "delegate-roster";
  version: 1;
  title: string;
  origin?: "entered" | "illustrative";
  allocation: {
    house: number; method: string; scheme?: string; minimumRule?: "seed" | "clamp" | "set-aside" | "top-up"; minimum?: number;
    lots?: { contenders: { id: number; certain: number }[]; drawn: number[]; seed?: number | null }[];
  };
  rules: { profile: string } | { custom: { quorum: Rule; majority: Rule } } | { own: OwnRules };
  body?: { rule: string; parts?: "whole" | "or-part" | "nearest"; countedFrom?: "class" | "zero"; counted?: number; upliftPercent?: number };
  calendar?: { day?: string; level?: string; milestones?: { id: number; name: string; before: { days: number } | { months: number } }[] };
  delegations?: { id: number; name: string }[];
  units: {
    id: number; name: string; delegation?: number; members: number; min?: number; max?: number; locked?: number;
    elected?: number; byElected?: number; ended?: { reason: string; count: number; date?: string; note?: string }[]; suspended?: number;
  }[];
  /** At least one. */
  sittings: {
    id: number; name?: string; kind?: string; purpose: "elect" | "open" | "adopt" | "plenum"; date?: string; registered?: number;
    statedDue?: number; note?: string; stated?: { base: string; figure: number }[];
    counted: "by-unit" | { "by-delegation": { delegation: number; present: number }[] } | { whole: number | null };
    attendance?: { unit: number; registered?: number; present?: number; onLeave?: number }[];
  }[];
  people?: {
    leads?: "table" | "list";
    delegates: {
      id: number; name?: string; unit?: number; unitTold?: string; statusTold?: string; categories?: string; note?: string;
      mandate?: { entry: "elected" | "by-elected"; tenure: "holding" | "suspended" | { ended: { reason: string; date?: string } } };
    }[];
    marks?: { sitting: number; present?: number[]; onLeave?: number[]; absent?: number[] }[];
  };
  /** The sitting that lines and gates are about. */
  shown: number;
  agenda?: {
    id: number; title?: string; sitting?: number;
    needs: "hearing" | { election: number | null } | {
      vote: { decision: string; favour?: number; against?: number; abstaining?: number; areaInFavour?: number };
    };
  }[];
  elections?: {
    id: number; title?: string; office: string; sitting?: number; seats?: number;
    papers?: { issued?: number; returned?: number; valid?: number; invalid?: number; blank?: number };
    candidates?: { name?: string; votes?: number; strokes?: number; strokeOrder?: string; runOffs?: (number | null)[] }[];
  }[];
  composition?: {
    id: number; name?: string; kind?: "overlapping" | "exclusive"; members?: number;
    target?: { limit: "at-least" | "at-most" | "exactly"; of: { share: [number, number] } | { number: number } | "member-share" };
    membersByUnit?: { unit: number; members: number }[]; locked?: { unit: number; seats: number }[];
  }[];
  nextId: number;
}

export interface Rule { share: [number, number]; strictness: "more-than" | "at-least"; base: string }
/** Rows of the rules, each by its subject. */
export interface OwnRules { name?: string; copiedFrom: string; changed?: unknown[]; removed?: unknown[] }

/** A line of the ledger at the sitting that is shown. Null rests on a figure that was not reported; the last two say how
 * many lack. `unfilled` counts empty seats, `absent` those due who are not there; below zero it is how many there are over. */
export interface Line {
  name: string; seats: number; elected: number | null; by_elected: number; unfilled: number | null; ended: number; suspended: number;
  actual: number | null; registered: number | null; on_leave: number; present: number | null; absent: number | null;
  elected_missing: number; present_missing: number;
}

export interface Report {
  status: "settled" | "tied" | "refused" | "impossible";
  totals: Line; units: Line[]; delegations: Line[];
  quorum: string[]; majority: string[]; issues: string[];
}

export type MatrixAllocation =
  | { status: "settled"; seats: number[][]; row_divisors: string[]; column_divisors: string[] }
  | { status: "tied"; certain: number[][]; contested: [number, number][]; open_rows: number[]; open_columns: number[] };

export function apportion(request: Request): Answer<Allocation>;
/** Checks seats, or a tie, against the definition of the method. Asks `apportion` again only where minima top up, for the seats before
 * that, and in ties of the quota method. */
export function verify(request: Request & { result: { seats: number[] } | { certain: number[]; contested: number[]; open: number } }): Answer<{ accepted: boolean; reason: string | null }>;
export function sensitivity(request: Request & { explain?: number[] }): Answer<{ last: number[]; next: number[]; units: Firmness[] }>;
/** Every house from `houses[0]` to `houses[1]`, at most 4,000,000 houses times units (`too-large`); under the quota method, which hands
 * out seat after seat, the seats of all houses count as well. `losers` lost a seat although the house grew. `seats` is null in a tie. */
export function sweep(request: Request & { houses?: [number, number] }): Answer<{ house: number; seats: number[] | null; losers: number[] }[]>;
export function biproportional(request: { matrix: number[][]; row_seats: number[]; column_seats: number[]; method?: "webster" | "jefferson" | "adams" }): Answer<MatrixAllocation>;
export function indices(distribution: { weights: number[]; seats: number[] }): Answer<Indices>;
export function thresholds(question: ThresholdQuestion): Answer<{ quorum: Threshold[]; majority: Threshold[] }>;
/** The names of delegates stay out of links; `names_left_out` says how many. */
export function encode_link(document: Document): Answer<{ fragment: string; length: number; names_left_out: number }>;
export function decode_link(text: string): Answer<Document>;
export function report(document: Document): Answer<Report>;
export function example(): Answer<Document>;
export function version(): Answer<string>;
