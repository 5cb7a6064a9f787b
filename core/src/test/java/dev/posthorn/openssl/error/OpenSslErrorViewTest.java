package dev.posthorn.openssl.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OpenSslErrorViewTest {

    private static final byte[] LINE =
            ("Aug 23 19:34:29 mx postfix/smtpd[7659]: warning: TLS library problem: 7659:error:"
                            + "14094410:SSL routines:SSL3_READ_BYTES:sslv3 alert handshake failure:s3_pkt.c:1256:SSL alert number 40:")
                    .getBytes(UTF_8);

    @Test
    void fields_areThoseOfTheValue() {
        OpenSslErrorView view = new OpenSslErrorView().wrap(LINE, 0, LINE.length);

        assertThat(view.advance()).isTrue();
        assertThat(view.codeBits()).isEqualTo(0x14094410L);
        assertThat(view.packing()).isEqualTo(ErrorPacking.LIBRARY_FUNCTION_REASON);
        assertThat(view.library()).isEqualTo(20);
        assertThat(view.reason()).isEqualTo(1040);
        assertThat(view.threadId()).hasToString("7659");
        assertThat(view.libraryText()).hasToString("SSL routines");
        assertThat(view.functionText()).hasToString("SSL3_READ_BYTES");
        assertThat(view.reasonText()).hasToString("sslv3 alert handshake failure");
        assertThat(view.file()).hasToString("s3_pkt.c");
        assertThat(view.line()).isEqualTo(1256);
        assertThat(view.data()).hasToString("SSL alert number 40");
        assertThat(view.snapshot()).isEqualTo(OpenSslError.parse(new String(LINE, UTF_8)));
        assertThat(view.advance()).isFalse();
        assertThat(view.advance()).isFalse();
    }

    @Test
    void absentFields_areEmptyOrMinusOne() {
        byte[] bare = "error:0A0000C1:SSL routines::no shared cipher".getBytes(UTF_8);
        OpenSslErrorView view = new OpenSslErrorView().wrap(bare, 0, bare.length);

        assertThat(view.advance()).isTrue();
        assertThat(view.packing()).isEqualTo(ErrorPacking.LIBRARY_REASON);
        assertThat(view.functionText()).isEmpty();
        assertThat(view.file()).isEmpty();
        assertThat(view.data()).isEmpty();
        assertThat(view.threadId()).isEmpty();
        assertThat(view.line()).isEqualTo(-1);
    }

    @Test
    void rangeWithinTheBytes_isAllThatIsRead() {
        byte[] bytes = "xxerror:0A0000C1:SSL routines::no shared cipheryy".getBytes(UTF_8);
        OpenSslErrorView view = new OpenSslErrorView().wrap(bytes, 2, bytes.length - 2);

        assertThat(view.advance()).isTrue();
        assertThat(view.reasonText()).hasToString("no shared cipher");
        assertThatThrownBy(() -> view.wrap(bytes, 2, bytes.length + 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void viewThatIsOnNoError_saysSo() {
        OpenSslErrorView view = new OpenSslErrorView();

        assertThat(view.advance()).isFalse();
        assertThatThrownBy(view::reason)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the view is not on an error: advance() has not found one");
    }

    @Test
    void textOutsideAscii_isUtf8InTheSnapshot() {
        byte[] bytes = "error:0A0000C1:SSL routines::no shared cipher:a.c:1:für".getBytes(UTF_8);
        OpenSslErrorView view = new OpenSslErrorView().wrap(bytes, 0, bytes.length);

        assertThat(view.advance()).isTrue();
        assertThat(view.snapshot().data()).contains("für");
    }

    @Property(tries = 3000)
    void snapshots_equalTheValuesReadFromText(@ForAll("texts") String text) {
        byte[] bytes = text.getBytes(UTF_8);
        OpenSslErrorView view = new OpenSslErrorView().wrap(bytes, 0, bytes.length);
        List<OpenSslError> snapshots = new ArrayList<>();
        while (view.advance()) {
            snapshots.add(view.snapshot());
        }

        assertThat(snapshots).isEqualTo(OpenSslError.findAll(text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "error:",
                        "err:",
                        "1408A0C1",
                        "0A0000C1",
                        "140",
                        ":",
                        "::",
                        "SSL routines",
                        "SSL  ROUTINES",
                        "lib(20)",
                        "func(1)",
                        "no shared cipher",
                        "s3_srvr.c",
                        "ssl/x.c",
                        "1387",
                        "SSL alert number 40",
                        " ",
                        ", ",
                        ", session=<x>",
                        "(",
                        ")",
                        "\"",
                        "\n",
                        "7659",
                        "ü")
                .list()
                .ofMaxSize(20)
                .map(pieces -> String.join("", pieces));
    }

    @Test
    void scanning_allocatesNothing() throws ReflectiveOperationException {
        OpenSslErrorView view = new OpenSslErrorView();
        scan(view, 20_000);
        long before = allocatedBytes();
        long sum = scan(view, 100_000);
        long allocated = allocatedBytes() - before;

        assertThat(sum).isEqualTo(100_000L * (1040 + 1256 + "SSL routines".length()));
        // The measurement itself takes a few hundred bytes; one object per line would be megabytes.
        assertThat(allocated).isLessThan(10_000);
    }

    /** By reflection: the module under test does not read java.management, and should not for a test's sake. */
    private static long allocatedBytes() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method count =
                Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class);
        return (long) count.invoke(threads, Thread.currentThread().getId());
    }

    private static long scan(OpenSslErrorView view, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            view.wrap(LINE, 0, LINE.length);
            while (view.advance()) {
                sum += view.reason() + view.line() + view.libraryText().length();
            }
        }
        return sum;
    }
}
