package org.unknot.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/**
 * What must hold for every class, as values: {@link ArchitectureTests} asks it of the product, {@link ArchitectureRulesTests}
 * shows for each rule a class that breaks it.
 */
final class ArchitectureRules {

    static final ArchRule NO_CLOCK = classes()
            .that()
            .resideOutsideOfPackage("org.unknot.calendar..")
            .should(neverReach("the clock of the machine", ArchitectureRules::readsTheClock))
            .because("days are shifted in tests and demonstrations: ask Now");

    static final ArchRule NO_STOPWATCH = classes()
            .that()
            .resideOutsideOfPackage("org.unknot.database..")
            .should(neverReach("System.nanoTime", target -> called(target, System.class, Set.of("nanoTime"))))
            .because("only the launcher of the database measures how long something took");

    static final ArchRule NO_PUBLIC_STORE = classes()
            .that(are(stores()))
            .should()
            .notBePublic()
            .because("a module's rows are reached through its facade, which asks the gate");

    static final ArchRule NO_PUBLIC_CONTROLLER = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .notBePublic()
            .because("a page is reached by its address, never by a call");

    static final ArchRule SQL_ONLY_IN_STORES = classes()
            .that()
            .resideOutsideOfPackage("org.unknot.database..")
            .and(DescribedPredicate.not(stores()))
            .should(notTalkSql())
            .because("whoever looks for a statement looks into the stores");

    static final ArchRule NO_ROW_MAPPING_BY_CLASS = classes()
            .should(neverReach("row mapping by class", ArchitectureRules::mapsRowsByClass))
            .because("it throws one exception per column and row; read columns by index");

    static final ArchRule NO_JAVA_UTIL_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because(
            "there is one log, and it is written through SLF4J");

    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .resideOutsideOfPackage("org.unknot.database..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("only the launcher speaks to the terminal, where no log is set up yet");

    static final ArchRule NO_NAMELESS_PACKAGE = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..manager..", "..impl..", "..dto..", "..common..", "..service..")
            .because("a package is a noun of the domain");

    private ArchitectureRules() {}

    /** No module, however indirectly, needs itself; {@code base} is the package above the modules. */
    static ArchRule noModuleCycle(String base) {
        return SlicesRuleDefinition.slices()
                .matching(base + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a module that could not leave is no module");
    }

    /** The package of types without a rule stays small; counted are types of their own file. */
    static ArchRule atMostTwelveTypesIn(String sharedPackage) {
        return classes()
                .that()
                .resideInAPackage(sharedPackage)
                .should(numberAtMost(12))
                .because("what everybody may use grows until nobody can change it");
    }

    private static ArchCondition<JavaClass> neverReach(String what, DescribedTest forbidden) {
        return new ArchCondition<>("never reach " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> forbidden.test(access.getTarget()))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }

    private static boolean readsTheClock(CodeUnitAccessTarget target) {
        boolean now = target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time");
        return now
                || called(target, System.class, Set.of("currentTimeMillis"))
                || target.getOwner().isEquivalentTo(java.time.Clock.class)
                        && (target.getName().startsWith("system")
                                || target.getName().startsWith("tick"))
                || target.getOwner().isEquivalentTo(Date.class)
                        && target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty()
                || called(target, Calendar.class, Set.of("getInstance"));
    }

    private static boolean mapsRowsByClass(CodeUnitAccessTarget target) {
        boolean queryOfClass = target.getName().equals("query")
                && target.getOwner().isEquivalentTo(JdbcClient.StatementSpec.class)
                && HasName.Utils.namesOf(target.getRawParameterTypes()).equals(List.of(Class.class.getName()));
        return queryOfClass
                || target.getOwner().isAssignableTo(BeanPropertyRowMapper.class)
                || target.getOwner().isAssignableTo(SimplePropertyRowMapper.class);
    }

    private static boolean called(CodeUnitAccessTarget target, Class<?> owner, Set<String> names) {
        return target.getOwner().isEquivalentTo(owner) && names.contains(target.getName());
    }

    private static DescribedPredicate<JavaClass> stores() {
        return DescribedPredicate.describe("stores", type -> {
            JavaClass outermost = outermost(type);
            return outermost.isAnnotatedWith(Repository.class)
                    || outermost.getSimpleName().endsWith("Store")
                    || type.getPackageName().endsWith(".store");
        });
    }

    private static ArchCondition<JavaClass> notTalkSql() {
        List<Class<?>> speakers = List.of(
                JdbcClient.class,
                JdbcOperations.class,
                NamedParameterJdbcOperations.class,
                Connection.class,
                Statement.class,
                ResultSet.class);
        return new ArchCondition<>("not talk SQL") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> speakers.stream()
                                .anyMatch(speaker -> dependency.getTargetClass().isAssignableTo(speaker)))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> numberAtMost(int most) {
        return new ArchCondition<>("number at most " + most) {
            private int seen;

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean ownFile = type.isTopLevelClass()
                        && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !type.getSimpleName().equals("package-info");
                if (ownFile && ++seen > most) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is one type too many"));
                }
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }

    /** Whether a method or constructor is one that must not be reached. */
    private interface DescribedTest {
        boolean test(CodeUnitAccessTarget target);
    }
}
