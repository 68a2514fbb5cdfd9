/** The words of a figure's samples, for editors and `tsc`. The browser never loads this file. */
declare namespace Figure {
  /** A part of the body or a prop: its outlines, each pulled tight around a few circles. */
  type Part = { n: string; t: string; h: number[][] };
  type Frame = { id: string; title: string };
  /** From one keyframe to the next; `xy` holds ten times x and y of every circle, first whole, then as differences. */
  type Move = { from: string; to: string; ms: number; ease: string; xy: number[][]; ops: string[] };
  /** Arrows, "feel it here" and the breath, as paths, for each keyframe. */
  type Marks = Record<string, { arrows?: string[]; feel?: string[]; breath?: string[] }>;
  type Samples = {
    v: 1;
    id: string;
    side: "left" | "right" | null;
    build: string;
    view: [number, number, number, number];
    r: number[];
    parts: Part[];
    frames: Frame[];
    moves: Move[];
    marks?: Marks;
  };

  /** What is painted next: whole parts as one outline, or the end of one part once more, where it hides a seam. */
  type Run = { parts: number[] };
  type Stub = { part: number; a: number; b: number; share: number };
  type Op = Run | Stub;

  /** Where every circle is, in the units of the view, and in which order all is painted. */
  type Posture = { xs: Float64Array; ys: Float64Array; ops: Op[] };
  /** One way through one or more moves. */
  type Leg = { move: Motion; backwards: boolean; startMs: number };
  type Motion = { from: string; to: string; ms: number; ease: string; xs: Float64Array[]; ys: Float64Array[]; ops: Op[][] };
  /** `resting` says which parts never move. */
  type Drawn = { samples: Samples; motions: Motion[]; resting: boolean[] };
}
