// @ts-check
/** Where heat is offered, the phone asks what speaks against it, so that it knows when the network is gone. */
import { askStanding } from "./kept.js";

export default function standing() {
  void askStanding();
}
