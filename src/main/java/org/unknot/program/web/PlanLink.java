package org.unknot.program.web;

import java.util.UUID;

/** A link to a plan as the page lists it: when it was made and until when it works, in words. */
public record PlanLink(UUID id, String made, String until) {}
