package org.unknot.figure;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.unknot.content.ContentFiles;
import org.unknot.content.Document;

/** What a picture costs when it is not kept yet: solving, painter's order and SVG of one still; all samples of one figure. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FigureBenchmark {

    private static final Description NO_WORDS = new Description("Title", List.of("Sentence."));

    @Param({"knee-to-chest", "piriformis", "sleep-side", "desk-well"})
    public String id = "knee-to-chest";

    private final List<Document<Figure>> documents = FigureCheck.read(ContentFiles.ofProgram());

    @Benchmark
    public String still() {
        Figure figure = figure();
        Keyframe keyframe = figure.keyframe(figure.still());
        Solved solved = Solver.solve(keyframe.pose(), Build.MIDDLE);
        return SvgWriter.write(
                Cast.of(figure, Build.MIDDLE).draw(solved, keyframe.placed(figure.props())),
                Marks.of(figure, keyframe, solved, 1),
                NO_WORDS,
                "figure",
                Palette.VARIABLES);
    }

    @Benchmark
    public String samples() {
        return SampleWriter.write(figure(), Build.MIDDLE, null, Keyframe::title);
    }

    private Figure figure() {
        for (Document<Figure> document : documents) {
            if (document.id().equals(id)) {
                return document.value();
            }
        }
        throw new IllegalArgumentException("There is no figure " + id);
    }
}
