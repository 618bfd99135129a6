/** Rows as a query gives them: what is in them is what the query says. */
export type Row = Readonly<Record<string, unknown>>;

/** What single statements are sent to. */
export interface Statements {
  query<Result extends Row>(text: string, values?: readonly unknown[]): Promise<readonly Result[]>;
}

/** What queries are sent to: a database, or a transaction in it. */
export interface Queries extends Statements {
  /** Several statements without values, one after the other. */
  script(text: string): Promise<void>;
}

/** PostgreSQL, on a server or embedded: the same schema and the same statements. */
export interface Database extends Queries {
  /** All of it or nothing. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  /** Does something that only one process at a time may do. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A lock that nobody else gets while this process lives; false where somebody has it. */
  hold(lock: number): Promise<boolean>;
  /** Whether somebody who lives holds a lock. */
  isHeld(lock: number): Promise<boolean>;
  close(): Promise<void>;
}
