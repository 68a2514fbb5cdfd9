// @ts-check
/** What is still on this phone, and what could not be sent. @param {Play.Counts} counts @param {Play.Say} say */
export function unsentWords({ waiting, aside, lasting }, say) {
  const lines = [];
  if (waiting > 0) lines.push(waiting === 1 ? say("waiting-one") : say("waiting-many", waiting));
  if (aside > 0) lines.push(say("aside", aside));
  if (waiting > 0 && !lasting) lines.push(say("not-kept"));
  return lines.join(" ");
}
