// Prints the sheet of a guest's plan, so that what it costs in memory can be read afterwards: node bench/sheet.mjs ADDRESS
import { Guest } from "./guest.mjs";

const guest = await Guest.withAPlan(process.argv[2]);
const began = performance.now();
const pdf = await (await guest.ask("/plan/sheet.pdf", { headers: { Accept: "application/pdf" } })).arrayBuffer();
console.log(`The first sheet: ${Math.round(pdf.byteLength / 1024)} KiB in ${Math.round(performance.now() - began)} ms`);
