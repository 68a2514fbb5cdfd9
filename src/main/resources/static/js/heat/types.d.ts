/** A course of heat on the phone. Times are milliseconds of the phone's clock. */
declare namespace Heat {
  type How = "time" | "stopped" | "too-hot";
  type Skin = "fine" | "red";
  type Answer = "yes" | "no" | "unsure";

  interface Wish {
    way: string;
    minutes: number;
    answers: Record<string, Answer>;
  }

  interface Course extends Wish {
    id: string;
    startedAt: number;
    /** It began without asking the server. */
    offline: boolean;
    end: { at: number; how: Heat.How } | null;
    /** Whether somebody said that the heat is off; until then the alarm rings. */
    off: boolean;
    skin: Heat.Skin | null;
  }

  /** What the server said about heat when it could last be asked. */
  interface Standing {
    refusals: { rule: string }[];
    restsUntil: string | null;
    running: { id: string } | null;
    pregnant: boolean;
    goodUntil: string;
  }
}
