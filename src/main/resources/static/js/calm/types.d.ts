/** Quiet minutes on the phone. Times are milliseconds of the phone's clock. */
declare namespace Calm {
  interface Practice {
    opening: string[];
    middle: string[];
    closing: string[];
  }

  interface Line {
    atMs: number;
    text: string;
  }

  interface Sitting {
    id: string;
    kind: string;
    minutes: number;
    startedAt: number;
    /** What had run when it was last started or paused. */
    ranMs: number;
    /** When it was last started; null while it is paused or over. */
    since: number | null;
    over: boolean;
    before: number | null;
    after: number | null;
  }
}
