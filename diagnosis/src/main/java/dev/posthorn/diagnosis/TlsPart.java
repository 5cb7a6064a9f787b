package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.TlsStateOutcome;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.SslErrorView;
import dev.posthorn.parsers.postfix.TlsCipherListView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsInvalidProtocolsView;
import dev.posthorn.parsers.postfix.TlsSetupView;
import dev.posthorn.parsers.postfix.TlsStateView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import org.jspecify.annotations.Nullable;

/** What the lines of an open session say about TLS. */
final class TlsPart {

    @Nullable
    TlsRole role;

    boolean isAttempted;

    /** A line says that the handshake failed. */
    boolean hasFailed;

    /** TLS was established, and then the certificate was not good enough. */
    boolean isAborted;

    /** A setting of this side made Postfix give the handshake up. */
    boolean isDisabled;

    /** TLS was not started although somebody wanted it. */
    boolean isRefused;

    boolean isNotOffered;
    boolean isResumed;

    @Nullable
    CipherString cipherString;

    @Nullable
    TlsEstablished established;

    @Nullable
    String status;

    @Nullable
    String invalidProtocols;

    @Nullable
    String certificateProblem;

    /** The last state reached; a trace is kept from there on. */
    private final LineNotes lastState = new LineNotes(
            new TrackingLimits(1, 1, 256, TrackingLimits.defaults().silence(), 0));

    void clear() {
        role = null;
        isAttempted = false;
        hasFailed = false;
        isAborted = false;
        isDisabled = false;
        isRefused = false;
        isNotOffered = false;
        isResumed = false;
        cipherString = null;
        established = null;
        status = null;
        invalidProtocols = null;
        certificateProblem = null;
        lastState.clear();
    }

    /** Has the handshake come to a result, whichever? */
    boolean isDecided() {
        return hasFailed || established != null;
    }

    /** Takes a line, and keeps it if it may be evidence; the kinds that are not named here say nothing about TLS. */
    void take(PostfixView view, MaillogKind kind, LineNotes notes, CipherStrings cipherStrings) {
        switch (kind) {
            case TLS_SETUP -> {
                role = ((TlsSetupView) view).role();
                isAttempted = true;
            }
            case TLS_CIPHER_LIST -> {
                cipherString = cipherStrings.of(((TlsCipherListView) view).cipherString());
                isAttempted = true;
            }
            case TLS_STATE -> state((TlsStateView) view, notes);
            case TLS_ALERT, TLS_LIBRARY_PROBLEM -> {
                isAttempted = true;
                keep(view, kind, notes);
            }
            case SSL_ACCEPT_ERROR, SSL_CONNECT_ERROR -> handshakeError((SslErrorView) view, kind, notes);
            case TLSPROXY_HANDSHAKE_FAILED -> {
                isAttempted = true;
                hasFailed = true;
                keep(view, kind, notes);
            }
            case TLS_ESTABLISHED, TLS_REUSED -> {
                established = ((TlsEstablishedView) view).snapshot();
                role = established.role();
                isAttempted = true;
            }
            case TLS_SESSION_REUSED -> isResumed = true;
            case TLS_VERIFY_FAILED, TLS_PEERNAME_FAILED -> {
                certificateProblem = ((NoticeView) view).part(NoticePart.REASON).toString();
                keep(view, kind, notes);
            }
            case SMTPD_TLS_ABORT -> {
                isAborted = true;
                isAttempted = true;
                keep(view, kind, notes);
            }
            case SMTPD_REFUSING_TLS -> {
                isRefused = true;
                keep(view, kind, notes);
            }
            case TLS_INVALID_PROTOCOLS -> {
                invalidProtocols = ((TlsInvalidProtocolsView) view).protocols().toString();
                isDisabled = true;
                keep(view, kind, notes);
            }
            default -> {
                isDisabled |= DisablingLines.isDisabling(view, kind);
                keep(view, kind, notes);
            }
        }
    }

    private void state(TlsStateView state, LineNotes notes) {
        isAttempted = true;
        if (state.outcome() == TlsStateOutcome.REACHED) {
            reached(state.envelope(), MaillogKind.TLS_STATE);
        } else {
            keep(state, MaillogKind.TLS_STATE, notes);
        }
    }

    /** A state was reached: evidence only if something goes wrong in it. */
    void reached(EnvelopeView envelope, MaillogKind kind) {
        isAttempted = true;
        lastState.clear();
        lastState.add(envelope, kind);
    }

    private void handshakeError(SslErrorView error, MaillogKind kind, LineNotes notes) {
        role = error.role();
        status = KnownWords.STATUSES.of(error.status());
        isAttempted = true;
        hasFailed = true;
        keep(error, kind, notes);
    }

    private void keep(PostfixView view, MaillogKind kind, LineNotes notes) {
        keep(view.envelope(), kind, notes);
    }

    /** What goes wrong goes wrong in the state reached last, so that is evidence, too. */
    void keep(EnvelopeView envelope, MaillogKind kind, LineNotes notes) {
        notes.addAll(lastState);
        lastState.clear();
        notes.add(envelope, kind);
    }
}
