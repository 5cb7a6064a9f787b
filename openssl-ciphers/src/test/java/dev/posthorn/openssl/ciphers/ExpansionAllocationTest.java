package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who does not ask for the history pays for the answer and for one list to work on, however many rules the string has.
 */
class ExpansionAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final CipherCatalog CATALOG =
            CipherCatalog.forBuild(OpenSslBuild.parse("1.0.2u")).orElseThrow();

    /** Two bytes for each suite of the answer, four for each in the list to work on, and a dozen objects. */
    private static final long BYTES = 1_500;

    private static final int EXPANSIONS = 200;

    /** Compilers remove the rest of the garbage after a while; how long that takes is theirs to say. */
    private static final int ROUNDS = 500;

    static Stream<Arguments> strings() {
        return Stream.of(
                Arguments.of("default", "DEFAULT"),
                Arguments.of("of Postfix", "aNULL:-aNULL:ALL:!EXPORT:!LOW:+RC4:@STRENGTH:!aNULL"),
                Arguments.of("with joins", "EECDH+AESGCM:EDH+AESGCM:AES128+EECDH:AES128+EDH:!RSA+AES"),
                Arguments.of(
                        "of 1,000 rules",
                        "AES:-RC4:+3DES:!aNULL:HIGH:-HIGH:RSA+AES:@STRENGTH:NOSUCH:+SHA1:".repeat(100)));
    }

    @ParameterizedTest(name = "string {0}")
    @MethodSource("strings")
    void expansion_withoutHistory_allocatesLittleMoreThanTheAnswer(String name, String text) {
        CipherString string = CipherString.parse(text);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > BYTES; round++) {
            least = Math.min(least, bytesPerExpansion(string));
        }

        assertThat(least).isLessThanOrEqualTo(BYTES);
    }

    private static long bytesPerExpansion(CipherString string) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        int suites = 0;
        for (int i = 0; i < EXPANSIONS; i++) {
            suites += string.expandWith(CATALOG).suites().size();
        }
        long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
        assertThat(suites).isPositive();
        return allocated / EXPANSIONS;
    }
}
