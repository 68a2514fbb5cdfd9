/** What a long track is made of. */
declare namespace Sound {
  /** start: it begins. half: look now. last: almost over. alarm: over, and it goes on until somebody comes. bell: a soft one. */
  type Bell = "start" | "half" | "last" | "alarm" | "bell";

  /** A sound at a moment of the track. */
  interface Mark {
    atMs: number;
    bell: Bell;
  }
}
