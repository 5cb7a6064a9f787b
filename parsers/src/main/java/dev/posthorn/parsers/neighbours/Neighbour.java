package dev.posthorn.parsers.neighbours;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.dovecot.DovecotGrammar;
import dev.posthorn.parsers.internal.exim.EximGrammar;
import dev.posthorn.parsers.internal.filters.ContentFilterGrammar;
import dev.posthorn.parsers.internal.filters.PolicyGrammar;
import dev.posthorn.parsers.internal.filters.SaslauthdGrammar;
import dev.posthorn.parsers.internal.filters.TextGrammar;
import dev.posthorn.parsers.internal.filters.VirusGrammar;
import dev.posthorn.parsers.internal.imap.CourierGrammar;
import dev.posthorn.parsers.internal.imap.CyrusGrammar;
import dev.posthorn.parsers.internal.imap.ImapdGrammar;
import dev.posthorn.parsers.internal.parts.Grammar;
import dev.posthorn.parsers.internal.parts.Words;
import dev.posthorn.parsers.internal.sendmail.SendmailGrammar;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program by its tag, and who reads its messages.
 *
 * @param software the program
 * @param grammar its grammar
 */
record Neighbour(MailSoftware software, Grammar grammar) {

    private static final Words<Neighbour> BY_TAG;

    static {
        Map<String, Neighbour> tags = new HashMap<>();
        add(tags, MailSoftware.DOVECOT, new DovecotGrammar(), "dovecot", "dovecot-auth");
        add(tags, MailSoftware.EXIM, new EximGrammar(), "exim", "exim4");
        add(
                tags,
                MailSoftware.SENDMAIL,
                new SendmailGrammar(),
                "sendmail",
                "sendmail-in",
                "sendmail-out",
                "sm-acceptingconnections",
                "sm-client",
                "sm-msp",
                "sm-msp-queue",
                "sm-mta",
                "sm-queue");
        add(
                tags,
                MailSoftware.CYRUS,
                new CyrusGrammar(),
                "imap",
                "imaps",
                "pop3",
                "pop3s",
                "lmtpunix",
                "sieve",
                "timsieved",
                "ctl_cyrusdb");
        add(
                tags,
                MailSoftware.COURIER,
                new CourierGrammar(),
                "imapd-ssl",
                "imaplogin",
                "pop3d",
                "pop3d-ssl",
                "pop3login",
                "courieresmtpd",
                "courierimapd",
                "courierlogger",
                "courierpop3login",
                "couriertls",
                "authdaemond");
        add(tags, MailSoftware.UW_IMAP, new ImapdGrammar(), "imapd", "ipop3d", "ipop2d");
        add(
                tags,
                MailSoftware.QMAIL,
                new TextGrammar(MaillogKind.QMAIL),
                "qmail",
                "qmail-send",
                "qmail-smtpd",
                "qmail-queue",
                "rblsmtpd");
        add(tags, MailSoftware.OPENDKIM, new TextGrammar(MaillogKind.OPENDKIM), "opendkim");
        add(tags, MailSoftware.OPENDMARC, new TextGrammar(MaillogKind.OPENDMARC), "opendmarc");
        add(
                tags,
                MailSoftware.MTA_STS_DAEMON,
                new TextGrammar(MaillogKind.MTA_STS_DAEMON),
                "mta-sts-daemon",
                "tlsrpt-collectd",
                "tlsrpt-reportd");
        add(tags, MailSoftware.POLICYD_SPF, PolicyGrammar::readSpf, "policyd-spf", "policy-spf");
        add(tags, MailSoftware.POSTGREY, PolicyGrammar::readPostgrey, "postgrey");
        add(tags, MailSoftware.AMAVIS, ContentFilterGrammar::readAmavis, "amavis", "amavisd");
        add(tags, MailSoftware.SPAMD, ContentFilterGrammar::readSpamd, "spamd", "spamass-milter");
        add(
                tags,
                MailSoftware.RSPAMD,
                ContentFilterGrammar::readRspamd,
                "rspamd",
                "rspamd_proxy",
                "rspamd_controller",
                "rspamd_normal");
        add(tags, MailSoftware.CLAMAV_MILTER, VirusGrammar::readClamavMilter, "clamav-milter");
        add(tags, MailSoftware.CLAMSMTPD, VirusGrammar::readClamsmtpd, "clamsmtpd");
        add(tags, MailSoftware.SASLAUTHD, SaslauthdGrammar::read, "saslauthd");
        BY_TAG = Words.of(tags);
    }

    private static void add(Map<String, Neighbour> into, MailSoftware software, Grammar grammar, String... tags) {
        Neighbour neighbour = new Neighbour(software, grammar);
        for (String tag : tags) {
            into.put(tag, neighbour);
        }
    }

    /** The neighbour whose tag a line has, {@code null} if it has none of theirs. */
    static @Nullable Neighbour ofTag(EnvelopeView envelope) {
        AsciiView program = envelope.program();
        return program.isPresent() ? BY_TAG.find(program.array(), program.from(), program.to()) : null;
    }
}
