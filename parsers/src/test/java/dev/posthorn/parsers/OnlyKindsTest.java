package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor that stops at some kinds only finds what one that stops everywhere finds of those kinds, and nothing else. */
class OnlyKindsTest {

    private static final ReadLimits LIMITS = ReadLimits.defaults();
    private static final byte[] EVERY_KIND = SampleLines.ofEveryKind();
    private static final List<MaillogEvent> EVENTS = Events.of(EVERY_KIND);

    /** What wrappers do to a line; a percent sign stands for it. */
    private static final List<String> WRAPPERS = List.of(
            "%\n",
            "%\r\n",
            "<22>%\n",
            "\uFEFF%\n",
            "> > %\n",
            "mail-1  | %\n",
            "2026-11-04T08:05:01.123456789Z stdout F %\n",
            "2026-11-04T08:05:01.123456789Z stdout P %\n",
            "{\"log\":\"%\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-04T08:05:01Z\"}\n",
            "{\"log\":\"%\",\"stream\":\"stdout\",\"time\":\"2026-11-04T08:05:01Z\"}\n",
            "mail-1 | { \"log\" : \"%\\n\" }\n",
            "{\"MESSAGE\":\"%\",\"SYSLOG_IDENTIFIER\":\"postfix/smtpd\",\"_PID\":\"7\"}\n",
            "__CURSOR=s=1\nSYSLOG_IDENTIFIER=postfix/smtpd\n_PID=7\nMESSAGE=%\n\n",
            "__CURSOR=s=1\n%\n");

    private static final List<String> LINES = SampleLines.ALL.lines().toList();

    private static List<MaillogEvent> filtered(List<MaillogEvent> events, Set<MaillogKind> kinds) {
        return events.stream().filter(event -> kinds.contains(event.kind())).toList();
    }

    private static List<MaillogEvent> only(byte[] log, Set<MaillogKind> kinds, ReadLimits limits) {
        return Events.of(Maillog.open(log, 0, log.length, limits).only(kinds));
    }

    @ParameterizedTest
    @EnumSource
    void only_ofEachKind_isWhatAFullReadFindsOfIt(MaillogKind kind) {
        assertThat(only(EVERY_KIND, Set.of(kind), LIMITS)).isEqualTo(filtered(EVENTS, Set.of(kind)));
    }

    @Property
    void only_ofAnyKinds_isWhatAFullReadFindsOfThem(@ForAll @Size(max = 6) Set<MaillogKind> kinds) {
        assertThat(only(EVERY_KIND, kinds, LIMITS)).isEqualTo(filtered(EVENTS, kinds));
    }

    @Property
    void only_ofWrappedAndDamagedLines_isWhatAFullReadFinds(
            @ForAll("wrappedLogs") byte[] log,
            @ForAll @Size(max = 4) Set<MaillogKind> kinds,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 700) Integer> sizes) {
        List<MaillogEvent> wanted = filtered(Events.of(log), kinds);

        assertThat(only(log, kinds, LIMITS)).isEqualTo(wanted);
        assertThat(Events.of(Maillog.open(Events.source(log, sizes), LIMITS).only(kinds)))
                .isEqualTo(wanted);
    }

    @Property
    void only_withShortLimit_isWhatAFullReadFinds(
            @ForAll("wrappedLogs") byte[] log,
            @ForAll @Size(max = 4) Set<MaillogKind> kinds,
            @ForAll @IntRange(min = 1, max = 200) int maxLineLength) {
        ReadLimits limits = LIMITS.withMaxLineLength(maxLineLength);

        assertThat(only(log, kinds, limits)).isEqualTo(filtered(Events.of(log, limits), kinds));
    }

    /** Some lines as they are and some in wrappers, whole or torn apart, a byte changed here and there. */
    @Provide
    Arbitrary<byte[]> wrappedLogs() {
        Arbitrary<String> line = Arbitraries.of(LINES);
        Arbitrary<String> part = line.flatMap(whole -> Arbitraries.integers()
                .between(0, whole.length())
                .map(at -> at % 2 == 0 ? whole.substring(0, at) : whole.substring(at)));
        Arbitrary<String> escaped = line.map(OnlyKindsTest::escapedInPart);
        Arbitrary<String> text = Arbitraries.frequencyOf(Tuple.of(6, line), Tuple.of(2, part), Tuple.of(1, escaped));
        return Combinators.combine(text, Arbitraries.of(WRAPPERS))
                .as((inner, wrapper) -> wrapper.replace("%", inner))
                .list()
                .ofMaxSize(12)
                .map(lines -> String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** As JSON may write them: every fifth letter by its number. */
    private static String escapedInPart(String line) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            escaped.append(i % 5 == 0 && c < 0x80 ? String.format("\\u%04X", (int) c) : String.valueOf(c));
        }
        return escaped.toString().replace("/", "\\/");
    }

    /** What is hidden, torn apart or begun before: each of these must be read, though no line has the whole text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"log":"Nov  4 09:05:01 mail postfix/smtpd[7]: SSL\\u005Faccept error from a[192.0.2.1]: -1\\n"}
                """,
                """
                {"log":"Nov  4 09:05:01 mail postfix/smtpd[7]: SSL_acc","stream":"stdout","time":"2026-11-04T08:05:01Z"}
                {"log":"ept error from a[192.0.2.1]: -1\\n","stream":"stdout","time":"2026-11-04T08:05:01Z"}
                """,
                """
                2026-11-04T08:05:01Z stderr P Nov  4 09:05:01 mail postfix/smtpd[7]: SSL_acc
                2026-11-04T08:05:01Z stderr F ept error from a[192.0.2.1]: -1
                """,
                """
                __CURSOR=s
                SYSLOG_IDENTIFIER=postfix/smtpd
                _PID=7
                MESSAGE=SSL_accept error from a[192.0.2.1]: -1

                """,
                """
                {"SYSLOG_IDENTIFIER":"postfix/smtpd","_PID":"7","MESSAGE":[83,83,76,95,97,99,99,101,112,116,32,101,114,\
                114,111,114,32,102,114,111,109,32,97,91,49,57,50,46,48,46,50,46,49,93,58,32,45,49]}
                """,
            })
    void text_thatNoLineHasInOnePiece_isFound(String wrapped) {
        String before = "Nov  4 09:05:01 mail postfix/qmgr[1]: 3D2F11A0C4: removed\n";
        byte[] log = (before + wrapped + before).getBytes(StandardCharsets.US_ASCII);

        List<MaillogEvent> found = only(log, Set.of(MaillogKind.SSL_ACCEPT_ERROR), LIMITS);

        assertThat(found).hasSize(1);
        assertThat(found).isEqualTo(filtered(Events.of(log), Set.of(MaillogKind.SSL_ACCEPT_ERROR)));
        assertThat(found.get(0).envelope().lineNumber()).isEqualTo(2);
        assertThat(found.get(0).envelope().lineOffset()).isEqualTo(before.length());
    }

    /** With {@code -Dposthorn.corpus=DIR} each kind that a file of that folder has, in that file. */
    @Test
    void only_ofEachKindOfTheCorpus_isWhatAFullReadFindsOfIt() throws IOException {
        String folder = System.getProperty("posthorn.corpus", "");
        assumeTrue(!folder.isEmpty(), "-Dposthorn.corpus=DIR is not given");

        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] log = Files.readAllBytes(file);
                List<MaillogEvent> events = Events.of(log);
                for (MaillogKind kind : events.stream().map(MaillogEvent::kind).collect(Collectors.toSet())) {
                    assertThat(only(log, Set.of(kind), LIMITS))
                            .as("%s of %s", kind, file)
                            .isEqualTo(filtered(events, Set.of(kind)));
                }
            }
        }
    }

    /** Lines that are gone past are counted, over many windows of the search and of any length. */
    @Test
    void lines_farApart_keepTheirNumbersAndOffsets() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        byte[] wanted = "postfix/qmgr[1]: 3D2F11A0C4: removed\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 30; i++) {
            byte[] others =
                    ("x".repeat(i * 17 % 90) + "\n").repeat(1 << (i % 15)).getBytes(StandardCharsets.US_ASCII);
            log.writeBytes(others);
            log.writeBytes(wanted);
        }
        Set<MaillogKind> kinds = Set.of(MaillogKind.QMGR_REMOVED);

        assertThat(only(log.toByteArray(), kinds, LIMITS))
                .hasSize(30)
                .isEqualTo(filtered(Events.of(log.toByteArray()), kinds));
    }

    @Test
    void only_inTheMiddle_goesOnFromThere() throws Exception {
        try (MaillogCursor cursor = Maillog.open(EVERY_KIND)) {
            assertThat(cursor.advance()).isTrue();
            cursor.only(Set.of(MaillogKind.QMGR_REMOVED));
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.kind()).isEqualTo(MaillogKind.QMGR_REMOVED);
            long next = cursor.lineNumber() + 1;
            cursor.only(EnumSet.allOf(MaillogKind.class));
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.lineNumber()).isEqualTo(next);
        }
    }

    @Test
    void only_ofNoKind_findsNothing() {
        assertThat(only(EVERY_KIND, Set.of(), LIMITS)).isEmpty();
    }

    /** Only then are lines gone past at all. */
    @Test
    void kindsOfPostfix_nearlyAll_haveFixedTexts() {
        Set<MaillogKind> without = Arrays.stream(MaillogKind.values())
                .filter(kind -> LineSearch.forKinds(Set.of(kind)).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MaillogKind.class)));

        assertThat(without)
                .contains(MaillogKind.UNRECOGNIZED, MaillogKind.DOVECOT_LOGIN)
                .doesNotContain(
                        MaillogKind.SSL_ACCEPT_ERROR,
                        MaillogKind.TLS_ESTABLISHED,
                        MaillogKind.DELIVERY,
                        MaillogKind.SMTPD_REJECT,
                        MaillogKind.SMTPD_SASL_FAILED);
    }
}
