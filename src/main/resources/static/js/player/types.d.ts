/** The words of a session, for editors and `tsc`. The browser never loads this file. */
declare namespace Play {
  /** The person's own left and right. */
  type Side = "left" | "right" | null;
  type Role = "get-ready" | "hold" | "rest" | "breathe";
  type Tone = "ready" | "start" | "half" | "last" | "end" | "switch";
  type Reason = "pain" | "spreading" | "numb" | "tired" | "other";
  type Where = "back" | "hip" | "thigh" | "below-knee";
  type Show = "next" | "rest" | "recheck" | "emergency-check";

  /** Said, shown or sounded at a moment of a step, in ms after its start. */
  type Cue = { atMs: number; text: string; tone: Tone | null };

  /** How far the cues of a step have been heard, in ms it ran. */
  type Heard = { go: string; at: number };

  /** What changes when a person stops for a reason. */
  type StopRule = { reason: Reason; dropTags: string[]; replaceWith: Step | null; show: Show };

  /** The way of a figure between two keyframes, or one that stands; `words` say what is seen at its end. */
  type Picture = { id: string; side: Side; from: string; to: string; words: string };

  type Step = {
    id: string;
    exercise: string;
    title: string;
    side: Side;
    role: Role;
    seconds: number;
    /** Hold as long as you can, rest, and go on until the seconds have added up. */
    asAble: boolean;
    /** Which one of how many. */
    repetition: [number, number];
    /** What it asks of the body. */
    tags: string[];
    cues: Cue[];
    figure: Picture | null;
    needs: string[];
    /** The next easier form, which carries the one after it, down to a safe rest. */
    easier: Step | null;
    onStop: StopRule[];
  };

  type Script = {
    id: string;
    revision: string;
    triageId: string | null;
    contentHash: string;
    validUntil: string;
    steps: Step[];
  };

  /** A script that is kept for when there is no network, and from when on it is the one to start. */
  type Ahead = { from: string; script: Script };

  type EventType = "start" | "pause" | "resume" | "skip" | "easier" | "extend" | "repeat" | "stop" | "done" | "finish";

  /** One line of the record. `heldMs` was held in `form`, or in the step's own exercise where form is null. */
  type SessionEvent = {
    /** From 1. */
    n: number;
    /** Since the start, pauses included. */
    atMs: number;
    type: EventType;
    step: string | null;
    reason: Reason | null;
    /** 0 to 10. */
    pain: number | null;
    where: Where | null;
    heldMs: number | null;
    form: string | null;
  };

  /** What the person does. */
  type Act = { type: EventType; reason?: Reason | null; pain?: number | null; where?: Where | null };

  type StopAnswer = { reason: Reason; pain: number | null; where: Where | null };

  /** A step of the session and the form in which it is done. */
  type Entry = { step: Step; form: Step };

  /** Where a session stands. All times are ms since its start. */
  type State = {
    /** What was done and what is left, in order. */
    entries: Entry[];
    /** The entry at hand. */
    index: number;
    mode: "running" | "paused" | "stopped" | "finished";
    /** Before the hold goes on: time to take up the easier form, or to rest. */
    between: null | "get-ready" | "rest";
    /** When it last began to run. */
    since: number;
    /** Ran before that, in this go. */
    ranMs: number;
    /** Of this go. */
    lengthMs: number;
    /** Part of this go that is already in an event. */
    writtenMs: number;
    /** As-able: held in earlier goes of this step. */
    addedMs: number;
    /** Stopped, and not yet said why. */
    asking: boolean;
    /** What the last stop asks for. */
    show: Show | null;
    /** By the last stop. */
    leftOut: Step[];
    lockedTags: Set<string>;
    /** Paused because nobody was there. */
    away: boolean;
    /** Pain before starting. */
    before: number | null;
    events: SessionEvent[];
  };

  /** What a stop changes. */
  type Consequence = {
    /** Following steps with any of these are left out. */
    dropTags: Set<string>;
    /** Every following step that asks anything of the body is left out. */
    dropExercises: boolean;
    /** Comes next. */
    replaceWith: Step | null;
    show: Show;
  };

  /** ms of performance.now() and Date.now(). */
  type Reading = { steady: number; wall: number };
  type Clock = { now: number; last: Reading };

  /** A session under way, as it is kept on the device. */
  type Run = {
    /** Of its record. */
    id: string;
    script: Script;
    /** Wall clock. */
    startedAt: number;
    before: number | null;
    events: SessionEvent[];
  };

  type After = { change: "better" | "same" | "worse"; pain: number };

  type SessionRecord = {
    script: string;
    revision: string;
    startedAt: string;
    finishedAt: string | null;
    clock: { sentAt: string };
    events: SessionEvent[];
    before: { pain: number } | null;
    after: After | null;
  };

  /** What a record in the outbox is of. */
  type Kind = "session" | "heat" | "quiet";

  /** A record in the outbox; `aside` says why it is not sent any more. */
  type Waiting = { id: string; kind?: Kind; record: any; aside?: string | null };

  /** `lasting` says whether it outlives the page. */
  type Store = {
    all: () => Promise<unknown[]>;
    put: (entry: Waiting) => Promise<void>;
    remove: (id: string) => Promise<void>;
    lasting: boolean;
  };

  type Counts = { waiting: number; aside: number; lasting: boolean };
  type Sent = { stored: true; answer: any } | { stored: false; retryAfterMs?: number } | { refused: string };

  /** Movements and exercises not to be done until the server has decided anew. */
  type Locked = { tags: string[]; exercises: string[] };
  type Start =
    | { start: Script; isNew: boolean; online: boolean }
    | { refused: "too-old" | "locked" | "not-allowed"; detail: string | null };

  /** What a phone may not have. */
  type Lack = "sound" | "voice" | "awake" | "kept" | "offline";
  type Kept = ReturnType<typeof import("./kept.js").keptOn>;
  type Say = (word: string, ...args: (string | number)[]) => string;
  type Screen = "start" | "check" | "go" | "stopped" | "after" | "done" | "refused";
}
