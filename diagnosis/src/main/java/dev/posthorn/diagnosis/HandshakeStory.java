package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.openssl.error.Reading;
import dev.posthorn.text.TerminalText;
import dev.posthorn.text.WrappedText;
import java.util.Locale;

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
        diagnosis.cipherDiagnosis().ifPresentOrElse(this::retraced, this::readings);
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
        if (!session.isTlsAttempted() && session.tlsOutcome() != TlsOutcome.LOST_AFTER_STARTTLS) {
            withoutHandshake(diagnosis.verdict());
            return;
        }
        out.paragraph("OpenSSL reported no error"
                + session.handshakeErrorStatus()
                        .map(status -> ", Postfix logged only \"" + TerminalText.escape(status) + "\"")
                        .orElse("")
                + ": the peer hung up, or the line with the error is not part of this log."
                + session.failedState().map(HandshakeStory::state).orElse(""));
    }

    private void withoutHandshake(SessionVerdict verdict) {
        out.paragraph(verdict.summary());
        verdict.evidence().forEach(line -> out.item("  - ", line.toString()));
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

    /** The model has gone through it: the reading it confirms, the others in a line each, and the story. */
    private void retraced(CipherDiagnosis story) {
        if (diagnosis.reason().equals("unknown protocol")) {
            readings();
        }
        out.blank().verbatim("", story.explain());
        diagnosis.openSslUpgrade().ifPresent(upgrade -> out.blank().paragraph(upgrade.summary()));
    }

    private void readings() {
        if (diagnosis.readings().isEmpty()) {
            diagnosis.failure().ifPresent(failure -> out.paragraph(failure.advice()));
            return;
        }
        out.blank().paragraph("What it may mean, most likely first:");
        int number = 0;
        for (Reading reading : diagnosis.readings()) {
            number++;
            out.item("  " + number + ". ", reading.summary());
            out.item("     ", "What would show it: " + reading.evidence());
            reading.remedies().forEach(change -> {
                out.item("     ", "What to change: " + change.what());
                out.item("     ", "Risk: " + change.risk());
            });
        }
    }
}
