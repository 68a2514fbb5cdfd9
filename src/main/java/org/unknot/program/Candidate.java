package org.unknot.program;

import org.unknot.exercise.Exercise;
import org.unknot.exercise.Position;

/** Something that today's program might hold, before the rules have judged it. */
sealed interface Candidate {

    String item();

    Words title();

    /** A position of ease; {@code name} names a file of content/ease. {@code STANDING} stands for leaning. */
    record Ease(String name, Position lying) implements Candidate {
        @Override
        public String item() {
            return "ease";
        }

        @Override
        public Words title() {
            return Words.of("program.title.ease");
        }
    }

    record Heat() implements Candidate {
        @Override
        public String item() {
            return "heat";
        }

        @Override
        public Words title() {
            return Words.of("program.title.heat");
        }
    }

    /** One form of an offered exercise; the form is the head itself, an easier or the harder one. */
    record Movement(Exercise head, Exercise form) implements Candidate {

        boolean isHead() {
            return head.id().equals(form.id());
        }

        @Override
        public String item() {
            return "stretch:" + head.id().value();
        }

        @Override
        public Words title() {
            return Words.said(head.title());
        }
    }

    record Walk() implements Candidate {
        @Override
        public String item() {
            return "walk";
        }

        @Override
        public Words title() {
            return Words.of("program.title.walk");
        }
    }

    /** How to lie at night; {@code name} names a file of content/sleep. */
    record Sleep(String name, Position lying) implements Candidate {
        @Override
        public String item() {
            return "sleep";
        }

        @Override
        public Words title() {
            return Words.of("program.title.sleep");
        }
    }

    record Breaks() implements Candidate {
        @Override
        public String item() {
            return "breaks";
        }

        @Override
        public Words title() {
            return Words.of("program.title.breaks");
        }
    }

    record Quiet() implements Candidate {
        @Override
        public String item() {
            return "quiet";
        }

        @Override
        public Words title() {
            return Words.of("program.title.quiet");
        }
    }
}
