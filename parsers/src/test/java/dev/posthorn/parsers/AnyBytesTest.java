package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes and however they arrive: no exception, no byte lost, always the same events. */
class AnyBytesTest {

    private static final ReadLimits LIMITS = ReadLimits.defaults();
    private static final List<String> LINES = SampleLines.ALL.lines().toList();

    @Property
    void anyBytes_readToTheEnd_accountForEveryByte(@ForAll @Size(max = 400) byte[] bytes) {
        assertAccountsForEveryByte(bytes, Events.of(bytes));
    }

    @Property
    void damagedLines_readToTheEnd_accountForEveryByte(@ForAll("damagedLogs") byte[] log) {
        assertAccountsForEveryByte(log, Events.of(log));
    }

    @Property
    void anyBlocks_pulledOrPushed_giveTheSameEvents(
            @ForAll("damagedLogs") byte[] log,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 300) Integer> sizes) {
        List<MaillogEvent> whole = Events.of(log);

        assertThat(Events.ofBlocks(log, sizes, LIMITS)).isEqualTo(whole);
        assertThat(Events.pushed(log, sizes, LIMITS)).isEqualTo(whole);
    }

    @Property
    void anyBlocks_withShortLimit_giveTheSameEvents(
            @ForAll("damagedLogs") byte[] log,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 300) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 150) int maxLineLength) {
        ReadLimits limits = LIMITS.withMaxLineLength(maxLineLength);
        List<MaillogEvent> whole = Events.of(log, limits);

        assertAccountsForEveryByte(log, whole);
        assertThat(Events.ofBlocks(log, sizes, limits)).isEqualTo(whole);
        assertThat(Events.pushed(log, sizes, limits)).isEqualTo(whole);
    }

    /** What stands before and behind the range would change the events, were it looked at. */
    @Property
    void range_insideALargerArray_isAllThatIsRead(@ForAll("damagedLogs") byte[] log) {
        byte[] larger = new byte[log.length + 32];
        Arrays.fill(larger, (byte) ')');
        System.arraycopy(log, 0, larger, 16, log.length);

        List<MaillogEvent> inside = Events.of(Maillog.open(larger, 16, 16 + log.length, LIMITS));
        assertThat(inside).isEqualTo(Events.of(log));
    }

    @Property
    void snapshot_ofAnyLine_saysWhatTheViewSays(@ForAll("damagedLogs") byte[] log) throws IOException {
        assertThat(SnapshotTest.differences(log)).isEmpty();
    }

    @Property
    void inputs_putBehindEachOther_giveTheEventsOfBoth(@ForAll("damagedLogs") byte[] log) {
        // Ends parts, too, and the length in eight bytes of a binary field of the journal.
        byte[] closed = concatenate(log, "\n".repeat(10).getBytes(StandardCharsets.US_ASCII));

        List<MaillogEvent> once = Events.of(closed);
        assertThat(Events.of(concatenate(closed, closed)))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*lineNumber", ".*lineOffset") // They differ by design.
                .isEqualTo(Stream.of(once, once).flatMap(List::stream).toList());
    }

    private static void assertAccountsForEveryByte(byte[] input, List<MaillogEvent> events) {
        long offset = 0;
        long number = 0;
        for (MaillogEvent event : events) {
            assertThat(event.envelope().lineNumber()).isGreaterThan(number);
            number = event.envelope().lineNumber();
            assertThat(event.envelope().lineOffset()).isEqualTo(offset);
            assertThat(event.envelope().lineSize()).isPositive();
            offset += event.envelope().lineSize();
        }
        assertThat(offset).isEqualTo(input.length);
    }

    /** Sample lines, whole, cut, with a byte changed, or glued together, with any kind of line end. */
    @Provide
    Arbitrary<byte[]> damagedLogs() {
        Arbitrary<String> whole = Arbitraries.of(LINES);
        Arbitrary<String> cut = whole.flatMap(
                line -> Arbitraries.integers().between(0, line.length()).map(length -> line.substring(0, length)));
        Arbitrary<String> changed = whole.filter(line -> !line.isEmpty())
                .flatMap(line -> Arbitraries.integers()
                        .between(0, line.length() - 1)
                        .flatMap(at -> Arbitraries.chars()
                                .range((char) 0, (char) 255)
                                .map(c -> line.substring(0, at) + c + line.substring(at + 1))));
        Arbitrary<String> ends = Arbitraries.of("\n", "\n", "\n", "\r\n", "", "\n\n", "\0\n");
        return Arbitraries.oneOf(whole, cut, changed)
                .flatMap(line -> ends.map(end -> line + end))
                .list()
                .ofMaxSize(8)
                .map(lines -> lines.stream().collect(Collectors.joining()).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] concatenate(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
