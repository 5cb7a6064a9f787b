package dev.posthorn.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.posthorn.architecture.HousePlan.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule of the {@link HousePlan} notices what it is there for. */
class HousePlanTest {

    private static final String INTERNAL_TABLE = "package dev.posthorn.openssl.ciphers.internal; public class Table {}";

    @TempDir
    Path folder;

    @Test
    void arrow_fromTlsToMail_isNoticed() throws IOException {
        assertThat(complaints(
                        room("dev.posthorn.tls").arrows(),
                        "package dev.posthorn.mail; public class QueueId {}",
                        "package dev.posthorn.tls; class Suite { dev.posthorn.mail.QueueId wrong; }"))
                .singleElement()
                .asString()
                .contains("Suite.wrong");
    }

    @Test
    void arrow_fromCoreToALibrary_isNoticed() throws IOException {
        assertThat(
                        complaints(
                                room("dev.posthorn.tls").arrows(),
                                "package dev.posthorn.tls; class Suite { void wrong() { org.assertj.core.api.Assertions.fail(); } }"))
                .hasSize(1);
    }

    @Test
    void arrow_toTheJdkAndToArrays_isAllowed() throws IOException {
        assertThat(complaints(
                        room("dev.posthorn.parsers.bytes").arrows(),
                        "package dev.posthorn.parsers.bytes;"
                                + " class View { byte[] bytes; View[] views; java.util.List<int[][]> lists; }"))
                .isEmpty();
    }

    @Test
    void parser_thatKnowsCipherStrings_isNoticed() throws IOException {
        assertThat(
                        complaints(
                                HousePlan.PARSERS_DO_NOT_KNOW_CIPHERS,
                                "package dev.posthorn.openssl.ciphers; public class CipherString {}",
                                "package dev.posthorn.parsers; class Maillog { dev.posthorn.openssl.ciphers.CipherString wrong; }"))
                .hasSize(1);
    }

    @Test
    void negotiation_thatKnowsLogs_isNoticed() throws IOException {
        assertThat(
                        complaints(
                                HousePlan.CIPHERS_DO_NOT_KNOW_PARSERS,
                                "package dev.posthorn.parsers; public class Maillog {}",
                                "package dev.posthorn.openssl.negotiation; class Server { dev.posthorn.parsers.Maillog wrong; }"))
                .hasSize(1);
    }

    @Test
    void cycle_ofTwoPackages_isNoticed() throws IOException {
        assertThat(complaints(
                        HousePlan.NO_CYCLES,
                        "package dev.posthorn.tls; public class Suite { dev.posthorn.mail.Relay wrong; }",
                        "package dev.posthorn.mail; public class Relay { dev.posthorn.tls.Suite right; }"))
                .hasSize(1);
    }

    @Test
    void internals_ofAnotherPackage_areOffLimits() throws IOException {
        assertThat(complaints(
                        HousePlan.INTERNAL_STAYS_INSIDE,
                        INTERNAL_TABLE,
                        "package dev.posthorn.openssl.ciphers.catalog;"
                                + " class Right { dev.posthorn.openssl.ciphers.internal.Table table; }",
                        "package dev.posthorn.openssl.negotiation;"
                                + " class Wrong { dev.posthorn.openssl.ciphers.internal.Table table; }"))
                .singleElement()
                .asString()
                .contains("Wrong.table");
    }

    @Test
    void internalType_asAPublicParameter_isNoticed() throws IOException {
        assertThat(
                        complaints(
                                HousePlan.NO_INTERNAL_TYPE_IN_A_PUBLIC_SIGNATURE,
                                INTERNAL_TABLE,
                                "package dev.posthorn.openssl.ciphers; public class Wrong {"
                                        + " public void all(java.util.List<dev.posthorn.openssl.ciphers.internal.Table> tables) {} }"))
                .hasSize(1);
    }

    @Test
    void internalType_asAPrivateField_isAllowed() throws IOException {
        assertThat(complaints(
                        HousePlan.NO_INTERNAL_TYPE_IN_A_PUBLIC_SIGNATURE,
                        INTERNAL_TABLE,
                        "package dev.posthorn.openssl.ciphers; public class Right {"
                                + " private dev.posthorn.openssl.ciphers.internal.Table table; }"))
                .isEmpty();
    }

    @Test
    void packageInfo_withoutNullMarked_isNoticed() throws IOException {
        assertThat(complaints(HousePlan.EVERY_PACKAGE_IS_NULL_MARKED, "package dev.posthorn.mail; class Relay {}"))
                .hasSize(1);
        assertThat(complaints(
                        HousePlan.EVERY_PACKAGE_IS_NULL_MARKED,
                        "@Deprecated package dev.posthorn.mail;",
                        "package dev.posthorn.mail; class Relay {}"))
                .isNotEmpty();
    }

    @Test
    void console_usedByALibraryClass_isNoticed() throws IOException {
        assertThat(complaints(
                        HousePlan.NOTHING_IS_PRINTED,
                        "package dev.posthorn.mail; class Relay {"
                                + " void a() { System.out.println(); } void b(Exception e) { e.printStackTrace(); } }"))
                .hasSize(2);
    }

    @Test
    void console_usedByACommand_isNoticedAndByMainIsNot() throws IOException {
        assertThat(complaints(
                        HousePlan.NOTHING_IS_PRINTED,
                        "package dev.posthorn.internal.cli; class Command { void a() { System.out.println(); } }",
                        "package dev.posthorn.internal.cli; class Main { void a() { System.out.println(); } }"))
                .singleElement()
                .asString()
                .contains("Command.a");
    }

    @Test
    void exit_inALibraryClass_isNoticed() throws IOException {
        assertThat(complaints(
                        HousePlan.NOBODY_ENDS_THE_PROCESS,
                        "package dev.posthorn.mail; class Relay { void a() { System.exit(1); } }"))
                .hasSize(1);
    }

    @Test
    void commandLine_usedByALibraryClass_isNoticed() throws IOException {
        assertThat(complaints(
                        HousePlan.NOTHING_DEPENDS_ON_THE_COMMAND_LINE,
                        "package dev.posthorn.internal.cli; public class Command {}",
                        "package dev.posthorn.mail; class Relay { dev.posthorn.internal.cli.Command wrong; }"))
                .hasSize(1);
    }

    @Test
    void logger_inALibraryClass_isNoticed() throws IOException {
        assertThat(complaints(
                        HousePlan.NOTHING_IS_LOGGED,
                        "package dev.posthorn.mail; class Relay {"
                                + " java.util.logging.Logger log = java.util.logging.Logger.getGlobal(); }"))
                .isNotEmpty();
    }

    private static Room room(String name) {
        return HousePlan.ROOMS.stream()
                .filter(room -> room.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    /** What the rule says of a library that consists of these sources. */
    private List<String> complaints(ArchRule rule, String... sources) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        List<String> command = new ArrayList<>(
                List.of("-d", classes.toString(), "--class-path", System.getProperty("java.class.path")));
        for (int i = 0; i < sources.length; i++) {
            Path source = Files.createDirectories(folder.resolve("source" + i)).resolve(nameOf(sources[i]) + ".java");
            command.add(Files.writeString(source, sources[i]).toString());
        }
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, command.toArray(String[]::new));
        assertThat(status).as("javac's status").isZero();
        return rule.allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importPath(classes))
                .getFailureReport()
                .getDetails();
    }

    private static String nameOf(String source) {
        return source.contains(" class ") ? source.replaceFirst("(?s).* class (\\w+) .*", "$1") : "package-info";
    }
}
