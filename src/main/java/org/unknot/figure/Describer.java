package org.unknot.figure;

import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;

/** Says in plain words what a keyframe shows, from its pose; {@code side} as asked, none when the figure has no sides. */
@FunctionalInterface
public interface Describer {

    Description describe(Figure figure, Keyframe keyframe, @Nullable Side side);
}
