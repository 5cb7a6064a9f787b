package dev.posthorn.benchmarks;

import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.SslErrorView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsLibraryProblemView;

/** Adds up what it is told. */
final class TallyingVisitor implements MaillogVisitor {

    private final Tally tally = new Tally();

    Tally tally() {
        return tally;
    }

    @Override
    public void onTlsEstablished(TlsEstablishedView established) {
        if (established.kind() == MaillogKind.TLS_ESTABLISHED) {
            tally.established++;
            tally.effectiveKeyBits += established.session().effectiveKeyBits();
        }
    }

    @Override
    public void onSslError(SslErrorView error) {
        if (error.kind() == MaillogKind.SSL_ACCEPT_ERROR) {
            tally.failed++;
        }
    }

    @Override
    public void onTlsLibraryProblem(TlsLibraryProblemView problem) {
        tally.libraryProblems++;
    }

    @Override
    public void onDelivery(DeliveryView delivery) {
        if (delivery.status() == DeliveryStatus.SENT) {
            tally.sent++;
            tally.delayMillis += delivery.delayMillis();
        }
    }
}
