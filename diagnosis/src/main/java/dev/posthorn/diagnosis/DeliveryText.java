package dev.posthorn.diagnosis;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Postfix's own texts for a delivery that came to nothing mean (fact sheet on Postfix log messages, sections 6.1 and
 * 11). The peer's words are within them, never at their beginning.
 *
 * @param beginning how the text begins
 * @param middle what follows somewhere behind, empty if anything may
 * @param tls what became of TLS, empty if the text does not say
 * @param cause what happened
 */
record DeliveryText(String beginning, String middle, Optional<TlsOutcome> tls, SessionCause cause) {

    /** Postfix puts this before the text of an earlier attempt (fact sheet section 11). */
    private static final String SUSPENDED = "delivery temporarily suspended: ";

    /** What a text means; null if it is none of Postfix's own on connections. Allocates nothing. */
    static @Nullable DeliveryText of(AsciiView text) {
        if (!text.isPresent()) {
            return null;
        }
        int from = text.startsWith(SUSPENDED) ? SUSPENDED.length() : 0;
        for (DeliveryText known : Known.TEXTS) {
            if (known.fits(text, from)) {
                return known;
            }
        }
        return null;
    }

    private boolean fits(AsciiView text, int from) {
        return isAt(beginning, text, from)
                && (middle.isEmpty() || indexOf(middle, text, from + beginning.length()) >= 0);
    }

    private static int indexOf(String words, AsciiView text, int from) {
        for (int at = from; at + words.length() <= text.length(); at++) {
            if (isAt(words, text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(String words, AsciiView text, int from) {
        if (text.length() - from < words.length()) {
            return false;
        }
        byte[] bytes = text.array();
        int at = text.from() + from;
        for (int i = 0; i < words.length(); i++) {
            if (bytes[at + i] != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How far the conversation had come, by the command that the text names at its end. */
    static SessionStage stage(AsciiView text) {
        if (text.endsWith("(in reply to RCPT TO command)") || text.endsWith("sending RCPT TO")) {
            return SessionStage.MAIL;
        }
        if (text.endsWith("(in reply to end of DATA command)")
                || text.endsWith("sending message body")
                || text.endsWith("message may be sent more than once")) {
            return SessionStage.DATA;
        }
        if (text.endsWith("(in reply to DATA command)") || text.endsWith("sending DATA command")) {
            return SessionStage.RECIPIENT;
        }
        boolean isSender = text.endsWith("(in reply to MAIL FROM command)") || text.endsWith("sending MAIL FROM");
        return isSender ? SessionStage.GREETED : SessionStage.NONE;
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Known {
        static final List<DeliveryText> TEXTS = TsvTable.read(
                        "delivery-texts.tsv", DeliveryText.class.getResourceAsStream("delivery-texts.tsv"))
                .rows()
                .stream()
                .map(Known::text)
                .toList();

        private static DeliveryText text(TsvTable.Row row) {
            String text = row.text("text");
            int star = text.indexOf('*');
            String tls = row.text("tls");
            return new DeliveryText(
                    star < 0 ? text : text.substring(0, star),
                    star < 0 ? "" : text.substring(star + 1),
                    tls.equals("-") ? Optional.empty() : Optional.of(TlsOutcome.valueOf(tls)),
                    SessionCause.valueOf(row.text("cause")));
        }
    }
}
