package org.unknot.program;

import java.util.UUID;

/** Names one spasm of one person, from day 0. */
public record EpisodeId(UUID value) {}
