package network.spheron.dao.testing.platform;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What holds in every module. A module's test names its own package and includes these:
 * {@code @AnalyzeClasses(packages = …, importOptions = WithoutTests.class) class ArchitectureTest {
 * @ArchTest static final ArchTests rules = ArchTests.in(ArchitectureRules.class); }}
 */
public final class ArchitectureRules {
    private static final String ROOT = "network.spheron.dao.";
    private static final List<String> SERVICES = List.of("governance", "marketplace", "treasury");

    @ArchTest
    static final ArchRule servicesDoNotDependOnEachOther = slices().assignedFrom(new Services())
            .should()
            .notDependOnEachOther()
            .as("services do not depend on each other")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesAreFeaturesNotLayers = noClasses()
            .should()
            .resideInAnyPackage(
                    "..controller..",
                    "..service..",
                    "..services..",
                    "..repository..",
                    "..dto..",
                    "..model..",
                    "..entity..",
                    "..util..",
                    "..impl..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles =
            slices().matching(ROOT + "(*).(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheChainModuleTalksToNodes = noClasses()
            .that(not(resideInAPackage(ROOT + "chain..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.web3j.protocol..", "org.web3j.tx.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule entitiesStayOutOfResources = methods()
            .that()
            .areDeclaredInClassesThat(annotatedWith("jakarta.ws.rs.Path"))
            .should(notShow(annotatedWith("jakarta.persistence.Entity")))
            .as("entities do not appear in a resource's signature")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingSleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class)
            .as("nothing sleeps; it waits for a condition")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingPrints =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = classes()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Dto")
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    /** Leaves out what is only there for tests. */
    public static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return Predefined.DO_NOT_INCLUDE_TESTS.includes(location) && !location.contains("/common/testing/");
        }
    }

    private static final class Services implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SERVICES.stream()
                    .filter(service -> (type.getPackageName() + ".").startsWith(ROOT + service + "."))
                    .findFirst()
                    .map(SliceIdentifier::of)
                    .orElseGet(SliceIdentifier::ignore);
        }

        @Override
        public String getDescription() {
            return "services";
        }
    }

    private static ArchCondition<JavaMethod> notShow(DescribedPredicate<? super JavaClass> hidden) {
        return new ArchCondition<>("not show classes " + hidden.getDescription()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                shown(method)
                        .filter(hidden)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + type.getName())));
            }
        };
    }

    private static Stream<JavaClass> shown(JavaMethod method) {
        Stream<JavaType> types = Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream());
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }
}
