package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.TlsEngineInitView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsSetupView;
import org.jspecify.annotations.Nullable;

/**
 * The programs whose processes have sessions, each with its own way of beginning and ending them: those of Postfix, and
 * the neighbours in the same log as a whole, since some of them tell no processes apart.
 */
enum ProcessProgram {
    /** One client after the other. */
    SMTPD(MailSoftware.POSTFIX, TlsRole.SERVER),
    /** One server after the other, also as lmtp. */
    SMTP(MailSoftware.POSTFIX, TlsRole.CLIENT),
    /** Many clients, or servers, at a time. */
    TLSPROXY(MailSoftware.POSTFIX, TlsRole.SERVER),
    /** Many clients at a time. */
    POSTSCREEN(MailSoftware.POSTFIX, TlsRole.SERVER),
    /** The login processes of a Dovecot, which log under one tag. */
    DOVECOT(MailSoftware.DOVECOT, TlsRole.SERVER),
    /** All processes of an Exim: its own log need not tell them apart. */
    EXIM(MailSoftware.EXIM, TlsRole.SERVER),
    /** A process for each client and for each run of the queue. */
    SENDMAIL(MailSoftware.SENDMAIL, TlsRole.SERVER),
    /** One client after the other. */
    CYRUS(MailSoftware.CYRUS, TlsRole.SERVER),
    /** The processes of a service, which log without their ids. */
    COURIER(MailSoftware.COURIER, TlsRole.SERVER);

    private final MailSoftware software;
    private final TlsRole role;

    ProcessProgram(MailSoftware software, TlsRole role) {
        this.software = software;
        this.role = role;
    }

    /** Whose program it is. */
    MailSoftware software() {
        return software;
    }

    /** The side such processes are on, as long as no line says otherwise. */
    TlsRole role() {
        return role;
    }

    /**
     * Does the tag name a program? A logger may have cut it at its slash, or somebody the line before its message; then
     * the message has to tell.
     */
    static boolean isTold(AsciiView program) {
        return !program.isEmpty() && !program.contentEquals("postfix");
    }

    /** The program of a line; null if its processes have no sessions, or the line does not tell. */
    static @Nullable ProcessProgram of(PostfixView view, MaillogKind kind) {
        AsciiView program = view.envelope().program();
        if (program.contentEquals("smtpd")) {
            return SMTPD;
        }
        if (program.contentEquals("smtp") || program.contentEquals("lmtp")) {
            return SMTP;
        }
        if (program.contentEquals("tlsproxy")) {
            return TLSPROXY;
        }
        if (program.contentEquals("postscreen")) {
            return POSTSCREEN;
        }
        return isTold(program) ? null : byMessage(view, kind);
    }

    /** The program of a neighbour's line; null if its processes have no sessions. */
    static @Nullable ProcessProgram of(MailSoftware software) {
        return switch (software) {
            case DOVECOT -> DOVECOT;
            case EXIM -> EXIM;
            case SENDMAIL -> SENDMAIL;
            case CYRUS -> CYRUS;
            case COURIER -> COURIER;
            default -> null;
        };
    }

    private static @Nullable ProcessProgram byMessage(PostfixView view, MaillogKind kind) {
        return switch (kind) {
            case DELIVERY -> ((DeliveryView) view).relay().address().isPresent() ? SMTP : null;
            case SSL_ACCEPT_ERROR -> SMTPD;
            case SSL_CONNECT_ERROR -> SMTP;
            case TLS_SETUP -> ofRole(((TlsSetupView) view).role());
            case TLS_ENGINE_INIT -> ofRole(((TlsEngineInitView) view).role());
            case TLS_ESTABLISHED, TLS_REUSED -> ofRole(((TlsEstablishedView) view).role());
            default -> byName(kind.name());
        };
    }

    /** The names of kinds begin with the program that prints them, where only one does. */
    private static @Nullable ProcessProgram byName(String kind) {
        if (kind.startsWith("SMTPD_")) {
            return SMTPD;
        }
        if (kind.startsWith("SMTP_")) {
            return SMTP;
        }
        if (kind.startsWith("POSTSCREEN_")) {
            return POSTSCREEN;
        }
        return kind.startsWith("TLSPROXY_") ? TLSPROXY : null;
    }

    private static ProcessProgram ofRole(TlsRole role) {
        return role == TlsRole.CLIENT ? SMTP : SMTPD;
    }
}
