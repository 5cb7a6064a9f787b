package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A log line is written by whoever connected: nothing in it may break the reader or reach the terminal. */
class HostileErrorTextTest {

    @Property
    void anyText_isReadWithoutException(@ForAll String text) {
        assertThat(OpenSslError.findAll(text)).allSatisfy(HostileErrorTextTest::assertPrintsSafely);
    }

    @Property(tries = 5000)
    void textMadeOfThePiecesOfErrors_isReadWithoutException(@ForAll("pieces") List<String> pieces) {
        String text = String.join("", pieces);

        List<OpenSslError> errors = OpenSslError.findAll(text);

        assertThat(errors).allSatisfy(HostileErrorTextTest::assertPrintsSafely);
        assertThat(OpenSslError.find(text)).isEqualTo(errors.stream().findFirst());
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "error:",
                        "err:",
                        "1408A0C1",
                        "0A0000C1",
                        "a0000c1",
                        "14",
                        "0",
                        ":",
                        "::",
                        "SSL routines",
                        "lib(20)",
                        "func(1)",
                        "reason(193)",
                        "no shared cipher",
                        "s3_srvr.c",
                        "1387",
                        "99999999999999999999",
                        "SSL alert number 40",
                        " ",
                        ", ",
                        ", session=<x>",
                        "(",
                        ")",
                        "\"",
                        " -- ",
                        "\n",
                        "\r",
                        "\u001B[2J",
                        "\u202E",
                        "7659",
                        "C:\\ssl\\s3_pkt.c")
                .list()
                .ofMaxSize(24);
    }

    @Test
    void escapeSequences_inEveryField_doNotReachTheTerminal() {
        OpenSslError error = OpenSslError.parse("error:1408A0C1:SSL \u001B[1mroutines:f\u001B[2J:r\u202Etext:d\u0007:");

        assertPrintsSafely(error);
        assertThat(error.functionText()).contains("f\u001B[2J");
    }

    @Test
    void veryLongText_isReadInOneGo() {
        String text = "error:1408A0C1:".repeat(100_000);

        assertThat(OpenSslError.findAll(text))
                .hasSize(100_000)
                .allMatch(error -> error.threadId().isEmpty());
    }

    private static void assertPrintsSafely(OpenSslError error) {
        assertThat(error.toString().chars()).noneMatch(Character::isISOControl).noneMatch(c -> c == 0x202E);
        assertThat(HandshakeFailure.of(error).explain().replace("\n", "").chars())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> c == 0x202E);
    }
}
