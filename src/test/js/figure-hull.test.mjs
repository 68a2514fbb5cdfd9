import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { band, hullPath } from "../../main/resources/static/js/figure/hull.js";

const { cases } = JSON.parse(readFileSync(new URL("../resources/figure-fixtures/hulls.json", import.meta.url), "utf8"));
const columns = (circles) => [0, 1, 2].map((column) => circles.map((circle) => circle[column]));
const all = (circles) => circles.map((_, i) => i);

for (const { name, circles, on, path } of cases) {
  test(`hull: ${name}`, () => {
    const [xs, ys, rs] = columns(circles);
    assert.deepEqual(band(xs, ys, rs, all(circles)).on, on);
    if (path) assert.equal(hullPath(xs, ys, rs, all(circles)), path);
  });
}

test("no circle sticks out of the band, and the band touches each that it names", () => {
  let seed = 20261122;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  for (let round = 0; round < 2000; round++) {
    const circles = Array.from({ length: 1 + Math.floor(random() * 8) }, () => [
      Math.round(random() * 400) / 10,
      Math.round(random() * 400) / 10,
      Math.round(random() * 60 + 1) / 10,
    ]);
    if (random() < 0.3) circles.push([...circles[0]]);
    const [xs, ys, rs] = columns(circles);
    const { on, turns } = band(xs, ys, rs, all(circles));
    const support = (i, facing) => xs[i] * Math.cos(facing) + ys[i] * Math.sin(facing) + rs[i];
    for (let step = 0; step < 360; step++) {
      const facing = (step * Math.PI) / 180 + 1e-4;
      const k = turns.findIndex((turn) => turn >= facing);
      const touching = on.length === 1 ? on[0] : on[k < 0 ? 0 : k];
      const most = Math.max(...all(circles).map((i) => support(i, facing)));
      assert.ok(most - support(touching, facing) < 1e-3, `round ${round}, ${step}°: ${JSON.stringify(circles)}`);
    }
    assert.doesNotMatch(hullPath(xs, ys, rs, all(circles)), /NaN|Infinity/);
  }
});
