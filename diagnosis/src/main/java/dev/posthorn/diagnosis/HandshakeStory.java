package dev.posthorn.diagnosis;

import dev.posthorn.diagnosis.WeighedReading.Standing;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.WrappedText;
import java.util.Locale;
import java.util.Optional;

/** Tells a {@link HandshakeDiagnosis}: who, what, why, and what to change. */
final class HandshakeStory {

    private final HandshakeDiagnosis diagnosis;
    private final WrappedText out = new WrappedText(CipherStory.COLUMNS);

    HandshakeStory(HandshakeDiagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    String tell() {
        SmtpSession session = diagnosis.session();
        out.paragraph(TerminalText.escape(
                session.peer().map(MailPeer::text).orElse("A peer that no line names") + ": " + diagnosis.reason()));
        diagnosis.failure().ifPresentOrElse(this::verdict, this::withoutError);
        diagnosis.assumptions().forEach(assumption -> out.item("  - ", TerminalText.escape(assumption)));
        readings();
        Optional<CipherDiagnosis> choice = diagnosis.cipherDiagnosis();
        choice.ifPresent(story -> out.blank().verbatim("", story.explain()));
        if (choice.isEmpty() && diagnosis.readings().isEmpty()) {
            diagnosis.failure().ifPresent(failure -> out.paragraph(failure.advice()));
        }
        return out.toString();
    }

    private void verdict(HandshakeFailure failure) {
        out.paragraph(failure.summary());
        diagnosis
                .session()
                .failedState()
                .ifPresent(state ->
                        out.paragraph("The handshake ended in the state \"" + TerminalText.escape(state) + "\"."));
    }

    private void withoutError() {
        SmtpSession session = diagnosis.session();
        if (session.invalidProtocols().isPresent()) {
            out.paragraph("This Postfix does not know every word of the protocol list \""
                    + TerminalText.escape(session.invalidProtocols().get())
                    + "\". One unknown word makes the whole list"
                    + " invalid: the process runs without TLS, still announces STARTTLS, and answers it with 454 4.7.0"
                    + " TLS not available due to local problem. Leave out the names that this version does not know;"
                    + " Postfix 2.6.6 knows SSLv2, SSLv3 and TLSv1 only, and there \"!SSLv2, !SSLv3\" is right.");
            return;
        }
        out.paragraph("OpenSSL reported no error"
                + session.handshakeErrorStatus()
                        .map(status -> ", Postfix logged only \"" + TerminalText.escape(status) + "\"")
                        .orElse("")
                + ": the peer hung up, or the line with the error is not part of this log."
                + session.failedState().map(HandshakeStory::state).orElse(""));
    }

    /** Fact sheet on handshake failures section 0. */
    private static String state(String state) {
        boolean firstBytes = state.toLowerCase(Locale.ROOT).contains("sslv2/v3 read client hello");
        return " The handshake ended in the state \"" + TerminalText.escape(state) + "\""
                + (firstBytes
                        ? ": the server was looking at the first bytes, which are not TLS or of no version that is"
                                + " switched on."
                        : ".");
    }

    private void readings() {
        if (diagnosis.readings().isEmpty() || (diagnosis.cipherDiagnosis().isPresent() && !isWeighed())) {
            return;
        }
        out.blank().paragraph("What it may mean, most likely first:");
        int number = 0;
        for (WeighedReading weighed : diagnosis.readings()) {
            number++;
            out.item("  " + number + ". ", weighed.reading().summary());
            out.item("     ", label(weighed.standing()) + weighed.because());
        }
    }

    private boolean isWeighed() {
        return diagnosis.readings().stream().anyMatch(weighed -> weighed.standing() != Standing.POSSIBLE);
    }

    private static String label(Standing standing) {
        return switch (standing) {
            case LIKELY -> "Likely. ";
            case POSSIBLE -> "What would show it: ";
            case UNLIKELY -> "Unlikely. ";
            case RULED_OUT -> "Ruled out. ";
        };
    }
}
