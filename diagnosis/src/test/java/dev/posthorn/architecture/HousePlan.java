package dev.posthorn.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Which package may use which, and what holds in all of them. A new package needs a row here: that is the moment to ask
 * whether its arrows point the right way.
 */
final class HousePlan {

    /**
     * A package and the packages of ours that it may use, besides itself and the JDK.
     *
     * @param name the package
     * @param mayUse names of packages; with {@code ..} at the end, those below as well
     */
    record Room(String name, List<String> mayUse) {

        ArchRule arrows() {
            List<String> allowed = new ArrayList<>(mayUse);
            allowed.add(name);
            allowed.add("java..");
            // Compile-time only; PublishedJarsIT runs without them.
            allowed.add("org.jspecify.annotations");
            allowed.add("org.immutables.value..");
            return classes()
                    .that()
                    .resideInAPackage(name)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    // That no room is empty is for ArrowsTest to say, once and plainly.
                    .allowEmptyShould(true);
        }
    }

    private static final String CORE_TEXT = "dev.posthorn.text";
    private static final String CORE_TABLE = "dev.posthorn.table";
    private static final String CORE_TLS = "dev.posthorn.tls";
    private static final String CORE_OPENSSL = "dev.posthorn.openssl";
    private static final String CORE_ERROR = "dev.posthorn.openssl.error";
    private static final String CORE_MAIL = "dev.posthorn.mail";
    private static final String CIPHERS = "dev.posthorn.openssl.ciphers..";
    private static final String NEGOTIATION = "dev.posthorn.openssl.negotiation";
    private static final String PARSERS = "dev.posthorn.parsers..";

    /** The commands of {@code jshell/posthorn}. Whoever calls these is a person at a terminal, and not a program. */
    private static final String COMMAND_LINE = "dev.posthorn.internal.cli";

    private static final String[] CORE = {CORE_TEXT, CORE_TABLE, CORE_TLS, CORE_OPENSSL, CORE_ERROR, CORE_MAIL};

    /** Every package of the published modules, module by module. */
    static final List<Room> ROOMS = List.of(
            // core
            room("dev.posthorn.internal"),
            room(CORE_TEXT),
            room(CORE_TABLE),
            room(CORE_TLS, CORE_TABLE, CORE_TEXT),
            room(CORE_OPENSSL, CORE_TABLE, CORE_TEXT),
            room(CORE_ERROR, CORE_TLS, CORE_OPENSSL, CORE_TABLE, CORE_TEXT),
            room(CORE_MAIL, CORE_TLS, CORE_TABLE, CORE_TEXT),
            // openssl-ciphers
            room("dev.posthorn.openssl.ciphers", and(CORE, CIPHERS)),
            room("dev.posthorn.openssl.ciphers.catalog", and(CORE, "dev.posthorn.openssl.ciphers.internal")),
            room("dev.posthorn.openssl.ciphers.internal", CORE),
            room(NEGOTIATION, and(CORE, CIPHERS)),
            // parsers
            room("dev.posthorn.parsers", and(CORE, PARSERS)),
            room("dev.posthorn.parsers.bytes", "dev.posthorn.parsers.internal.swar"),
            room(
                    "dev.posthorn.parsers.files",
                    CORE_MAIL,
                    "dev.posthorn.parsers.bytes",
                    // Optional: PublishedJarsIT loads every class without them.
                    "com.github.luben.zstd",
                    "org.apache.commons.compress.compressors.bzip2",
                    "org.tukaani.xz"),
            room(
                    "dev.posthorn.parsers.syslog",
                    CORE_MAIL,
                    "dev.posthorn.parsers.bytes",
                    "dev.posthorn.parsers.internal.swar"),
            room(
                    "dev.posthorn.parsers.postfix",
                    and(
                            CORE,
                            "dev.posthorn.parsers.syslog",
                            "dev.posthorn.parsers.bytes",
                            "dev.posthorn.parsers.internal.swar")),
            room("dev.posthorn.parsers.json", CORE_MAIL, PARSERS),
            room("dev.posthorn.parsers.internal.swar"),
            room("dev.posthorn.parsers.internal.parts", CORE_MAIL, "dev.posthorn.parsers.internal.swar"),
            grammars("dovecot"),
            grammars("exim"),
            grammars("filters"),
            grammars("imap"),
            grammars("sendmail"),
            room(
                    "dev.posthorn.parsers.neighbours",
                    CORE_MAIL,
                    "dev.posthorn.parsers.syslog",
                    "dev.posthorn.parsers.bytes",
                    "dev.posthorn.parsers.internal.."),
            // diagnosis
            room("dev.posthorn.postfix", and(CORE, CIPHERS)),
            room("dev.posthorn.diagnosis.internal"),
            room("dev.posthorn.diagnosis", and(CORE, CIPHERS, NEGOTIATION, PARSERS, "dev.posthorn.postfix")),
            room("dev.posthorn.internal.json"),
            room("dev.posthorn.report", and(CORE, PARSERS, "dev.posthorn.internal.json", "dev.posthorn.diagnosis")),
            room(
                    "dev.posthorn.peers",
                    and(CORE, CIPHERS, NEGOTIATION, "dev.posthorn.postfix", "dev.posthorn.diagnosis")),
            room(
                    "dev.posthorn.remedy",
                    and(
                            CORE,
                            CIPHERS,
                            NEGOTIATION,
                            "dev.posthorn.postfix",
                            "dev.posthorn.diagnosis",
                            "dev.posthorn.peers")),
            room(
                    "dev.posthorn.maillog",
                    and(
                            CORE,
                            CIPHERS,
                            PARSERS,
                            "dev.posthorn.postfix",
                            "dev.posthorn.diagnosis",
                            "dev.posthorn.report",
                            "dev.posthorn.peers",
                            "dev.posthorn.remedy")),
            room(
                    "dev.posthorn.show",
                    and(
                            CORE,
                            CIPHERS,
                            "dev.posthorn.internal.json",
                            "dev.posthorn.postfix",
                            "dev.posthorn.diagnosis",
                            "dev.posthorn.report",
                            "dev.posthorn.peers",
                            "dev.posthorn.remedy",
                            "dev.posthorn.maillog")),
            room(
                    "dev.posthorn",
                    and(
                            CORE,
                            CIPHERS,
                            NEGOTIATION,
                            PARSERS,
                            "dev.posthorn.postfix",
                            "dev.posthorn.diagnosis",
                            "dev.posthorn.report",
                            "dev.posthorn.peers",
                            "dev.posthorn.remedy",
                            "dev.posthorn.maillog")),
            room(
                    COMMAND_LINE,
                    and(
                            CORE,
                            CIPHERS,
                            PARSERS,
                            "dev.posthorn",
                            "dev.posthorn.postfix",
                            "dev.posthorn.diagnosis",
                            "dev.posthorn.report",
                            "dev.posthorn.maillog",
                            "dev.posthorn.show")));

    private static Room room(String name, String... mayUse) {
        return new Room(name, List.of(mayUse));
    }

    /** The grammars of a neighbour: each knows the text it reads, and nothing of the others. */
    private static Room grammars(String neighbour) {
        return room(
                "dev.posthorn.parsers.internal." + neighbour,
                CORE_MAIL,
                "dev.posthorn.parsers.internal.parts",
                "dev.posthorn.parsers.internal.swar");
    }

    private static String[] and(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    static final ArchRule PARSERS_DO_NOT_KNOW_CIPHERS = noClasses()
            .that()
            .resideInAPackage(PARSERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CIPHERS, NEGOTIATION);

    static final ArchRule CIPHERS_DO_NOT_KNOW_PARSERS = noClasses()
            .that()
            .resideInAnyPackage(CIPHERS, NEGOTIATION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PARSERS);

    static final ArchRule NO_CYCLES =
            slices().matching("dev.posthorn.(**)").should().beFreeOfCycles();

    static final ArchRule INTERNAL_STAYS_INSIDE = classes()
            .should(new ArchCondition<>("leave the internals of others alone") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isInternal(dependency.getTargetClass()))
                            .filter(dependency -> !isBelow(packageAboveInternal(dependency.getTargetClass()), user))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(user, dependency.getDescription())));
                }
            });

    static final ArchRule NO_INTERNAL_TYPE_IN_A_PUBLIC_SIGNATURE = classes()
            .that()
            .arePublic()
            .should(new ArchCondition<>("not show internal types") {
                @Override
                public void check(JavaClass shown, ConditionEvents events) {
                    if (!isInternal(shown)) {
                        typesInSignaturesOf(shown)
                                .filter(HousePlan::isInternal)
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        shown, shown.getName() + " shows " + type.getName())));
                    }
                }
            });

    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(new ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage()
                            .tryGetPackageInfo()
                            .filter(info -> info.isAnnotatedWith(NullMarked.class))
                            .isPresent();
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getPackageName() + " has no @NullMarked package-info"));
                }
            });

    /**
     * Results are notes, fates and exceptions; a library has no business on the console of its caller. The command line has,
     * and there only the one class that hands the streams on.
     */
    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(COMMAND_LINE + ".Main")
            .should(ACCESS_STANDARD_STREAMS);

    /** Nobody leaves the process of its caller, or asks it for input, but the same class. */
    static final ArchRule NOBODY_ENDS_THE_PROCESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(COMMAND_LINE + ".Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    /** What is for people at a terminal is not what the library stands on. */
    static final ArchRule NOTHING_DEPENDS_ON_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage(COMMAND_LINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMMAND_LINE);

    static final ArchRule NOTHING_IS_LOGGED = noClasses().should(USE_JAVA_UTIL_LOGGING);

    private HousePlan() {}

    private static Stream<JavaClass> typesInSignaturesOf(JavaClass shown) {
        Stream<JavaClass> ancestors =
                Stream.concat(shown.getRawSuperclass().stream(), shown.getRawInterfaces().stream());
        Stream<JavaClass> members = shown.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .flatMap(member -> member.getAllInvolvedRawTypes().stream());
        return Stream.concat(ancestors, members);
    }

    private static boolean isInternal(JavaClass type) {
        return Set.of(type.getPackageName().split("\\.")).contains("internal");
    }

    private static String packageAboveInternal(JavaClass type) {
        return type.getPackageName().replaceFirst("\\.internal(\\..*)?$", "");
    }

    private static boolean isBelow(String packageName, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(packageName + ".");
    }
}
