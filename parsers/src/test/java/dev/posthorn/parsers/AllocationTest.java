package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.ByteSource;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.ContentCheckView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.SmtpdClientView;
import dev.posthorn.parsers.postfix.SmtpdDisconnectView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsLibraryProblemView;
import dev.posthorn.parsers.postfix.TlsSignatureView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.TimestampView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** After the first lines, reading a million more allocates nothing: kinds, envelopes and every accessor of every view. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int LINES = 1_000_000;

    /** What the measurement itself and a last compilation may cost; a single object a line would be 16 million. */
    private static final long TOLERANCE = 64 * 1024;

    private static final byte[] LOG = repeat(SampleLines.ALL, 200);

    private long checksum;

    @Test
    void cursor_millionLinesWithAllAccessors_allocatesNothing() throws IOException {
        try (MaillogCursor cursor = Maillog.open(new EndlessLog())) {
            read(cursor, LINES / 4);
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            read(cursor, LINES);
            long allocated =
                    THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

            assertThat(cursor.lineNumber()).isGreaterThanOrEqualTo(LINES / 4 + LINES);
            assertThat(checksum).isNotZero();
            assertThat(allocated).isLessThan(TOLERANCE);
        }
    }

    private void read(MaillogCursor cursor, int lines) throws IOException {
        for (int i = 0; i < lines && cursor.advance(); i++) {
            touch(cursor);
        }
    }

    /** The log again and again. */
    private static final class EndlessLog implements ByteSource {

        private int at;

        @Override
        public int read(byte[] block, int from, int to) {
            int count = Math.min(to - from, LOG.length - at);
            System.arraycopy(LOG, at, block, from, count);
            at = (at + count) % LOG.length;
            return count;
        }
    }

    @Test
    void decoder_millionLinesInSmallBlocks_allocatesNothing() {
        CountingVisitor visitor = new CountingVisitor();
        MaillogDecoder decoder = Maillog.decoder(visitor, ReadLimits.defaults());
        feed(decoder, visitor, LINES / 4);
        visitor.deliveries = 0;
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        feed(decoder, visitor, LINES);
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(visitor.lines).isGreaterThanOrEqualTo(LINES);
        assertThat(visitor.deliveries).isPositive();
        assertThat(allocated).isLessThan(TOLERANCE);
    }

    private static void feed(MaillogDecoder decoder, CountingVisitor visitor, int lines) {
        visitor.lines = 0;
        while (visitor.lines < lines) {
            for (int at = 0; at < LOG.length; at += 1_000) {
                decoder.feed(LOG, at, Math.min(at + 1_000, LOG.length));
            }
        }
    }

    private static final class CountingVisitor implements MaillogVisitor {
        long lines;
        long deliveries;

        @Override
        public void onDelivery(DeliveryView delivery) {
            lines++;
            deliveries += delivery.delayMillis() >= 0 ? 1 : 0;
        }

        @Override
        public void onNotice(NoticeView notice) {
            lines += notice.partCount() >= 0 ? 1 : 0;
        }

        @Override
        public void onUnrecognized(UnrecognizedView unrecognized) {
            lines += unrecognized.raw().length() >= 0 ? 1 : 0;
        }
    }

    private void touch(MaillogCursor cursor) {
        touch(cursor.envelope());
        touch(cursor.raw());
        switch (cursor.kind()) {
            case SMTPD_CONNECT -> touch(cursor.smtpdConnect().client());
            case SMTPD_DISCONNECT -> touch(cursor.smtpdDisconnect());
            case SMTPD_LOST -> {
                touch(cursor.smtpdLost().queueId());
                touch(cursor.smtpdLost().reason());
                touch(cursor.smtpdLost().stage());
                checksum += cursor.smtpdLost().bytes();
                touch(cursor.smtpdLost().client());
            }
            case SMTPD_CLIENT -> touch(cursor.smtpdClient());
            case TLS_ENGINE_INIT -> checksum += size(cursor.tlsEngineInit().role());
            case TLS_SETUP -> {
                checksum += size(cursor.tlsSetup().role());
                touch(cursor.tlsSetup().peer());
            }
            case TLS_CIPHER_LIST -> {
                touch(cursor.tlsCipherList().peer());
                touch(cursor.tlsCipherList().cipherString());
            }
            case TLS_STATE -> {
                touch(cursor.tlsState().prefix());
                checksum += size(cursor.tlsState().outcome());
                touch(cursor.tlsState().state());
            }
            case TLS_ALERT -> {
                checksum += size(cursor.tlsAlert().direction());
                touch(cursor.tlsAlert().level());
                touch(cursor.tlsAlert().description());
            }
            case SSL_ACCEPT_ERROR, SSL_CONNECT_ERROR -> {
                checksum += size(cursor.sslError().role());
                touch(cursor.sslError().peer());
                touch(cursor.sslError().status());
            }
            case TLS_LIBRARY_PROBLEM -> touch(cursor.tlsLibraryProblem());
            case TLS_INVALID_PROTOCOLS -> {
                touch(cursor.tlsInvalidProtocols().peer());
                touch(cursor.tlsInvalidProtocols().protocols());
            }
            case TLS_ESTABLISHED, TLS_REUSED -> touch(cursor.tlsEstablished());
            case CLEANUP_MESSAGE_ID, CLEANUP_RESENT_MESSAGE_ID -> {
                touch(cursor.cleanupMessageId().queueId());
                checksum += cursor.cleanupMessageId().isResent() ? 1 : 0;
                touch(cursor.cleanupMessageId().messageId());
            }
            case QMGR_ACTIVE -> {
                touch(cursor.qmgrActive().queueId());
                touch(cursor.qmgrActive().sender());
                checksum += cursor.qmgrActive().size() + cursor.qmgrActive().recipientCount();
            }
            case QMGR_REMOVED -> touch(cursor.qmgrRemoved().queueId());
            case QMGR_EXPIRED -> {
                touch(cursor.qmgrExpired().queueId());
                touch(cursor.qmgrExpired().sender());
                touch(cursor.qmgrExpired().status());
            }
            case DELIVERY -> touch(cursor.delivery());
            case LAST_MESSAGE_REPEATED, MESSAGE_REPEATED -> {
                checksum +=
                        cursor.repetition().count() + size(cursor.repetition().repeatedKind());
                touch(cursor.repetition().message());
                if (cursor.repetition().isOfNeighbour()) {
                    touch(cursor.repetition().repeatedNeighbour());
                } else if (cursor.repetition().repeatedKind() != MaillogKind.UNRECOGNIZED) {
                    touchOther(cursor.repetition().repeated());
                }
            }
            case RSYSLOG_RATE_LIMIT, JOURNALD_RATE_LIMIT -> {
                checksum += cursor.rateLimit().count() + cursor.rateLimit().fromPid();
                touch(cursor.rateLimit().unit());
            }
            default -> {
                if (cursor.isNeighbour()) {
                    touch(cursor.neighbour());
                } else {
                    touchOther(cursor.view());
                }
            }
            case UNRECOGNIZED -> {
                checksum += size(cursor.unrecognized().reason());
                touch(cursor.unrecognized().raw());
            }
        }
    }

    private void touch(NeighbourView view) {
        checksum += size(view.software());
        touch(view.queueId());
        for (int i = 0; i < view.partCount(); i++) {
            touch(view.part(view.partName(i)));
        }
    }

    private void touchOther(PostfixView view) {
        if (view instanceof NoticeView notice) {
            touch(notice.queueId());
            for (int i = 0; i < notice.partCount(); i++) {
                touch(notice.part(notice.partName(i)));
            }
            touch(notice.peer(NoticePart.CLIENT));
        } else if (view instanceof AccessDecisionView decision) {
            touch(decision);
        } else if (view instanceof ContentCheckView check) {
            touch(check);
        }
    }

    private void touch(AccessDecisionView view) {
        touch(view.queueId());
        touch(view.action());
        touch(view.where());
        touch(view.client());
        touch(view.text());
        checksum += view.replyCode();
        touch(view.dsn());
        touch(view.reason());
        touch(view.restrictionClass());
        touch(view.argument());
        touch(view.sender());
        touch(view.recipient());
        touch(view.protocol());
        touch(view.helo());
        touch(view.saslMethod());
        touch(view.saslUsername());
        touch(view.saslSender());
    }

    private void touch(ContentCheckView view) {
        touch(view.queueId());
        touch(view.action());
        touch(view.part());
        touch(view.error());
        touch(view.content());
        touch(view.origin());
        touch(view.client());
        touch(view.sender());
        touch(view.recipient());
        touch(view.protocol());
        touch(view.helo());
        touch(view.text());
    }

    private void touch(EnvelopeView view) {
        checksum += view.lineNumber() + view.lineOffset() + view.lineSize() + view.pid();
        touch(view.timestamp());
        touch(view.outerTimestamp());
        touch(view.monotonic());
        checksum += size(view.severity()) + size(view.dialect()) + view.priority();
        touch(view.host());
        touch(view.tag());
        touch(view.instance());
        touch(view.program());
        touch(view.text());
    }

    private void touch(TimestampView view) {
        checksum += view.year() + view.month() + view.day() + view.hour() + view.minute() + view.second();
        touch(view.fraction());
        touch(view.utcOffset());
        touch(view.zone());
    }

    private void touch(SmtpdDisconnectView view) {
        touch(view.client());
        touch(view.counters());
        for (int i = 0; i < view.counterCount(); i++) {
            touch(view.command(i));
            checksum += view.succeeded(i) + view.total(i);
        }
        touch(view.notes());
    }

    private void touch(SmtpdClientView view) {
        touch(view.queueId());
        touch(view.client());
        touch(view.saslMethod());
        touch(view.saslUsername());
        touch(view.saslSender());
        touch(view.origQueueId());
        touch(view.origClient());
    }

    private void touch(TlsLibraryProblemView view) {
        checksum += view.threadId() + view.processId();
        touch(view.errorString());
        touch(view.code());
        touch(view.library());
        touch(view.function());
        touch(view.reason());
        touch(view.sourceFile());
        touch(view.sourceLine());
        touch(view.data());
    }

    private void touch(TlsEstablishedView view) {
        checksum += view.trust().isPresent() ? size(view.trust().get()) : 0;
        checksum += size(view.role()) + (view.isReused() ? 1 : 0);
        touch(view.peer());
        touch(view.sniHost());
        touch(view.session().protocol());
        touch(view.session().cipherSuiteName());
        checksum += view.session().effectiveKeyBits() + view.session().algorithmKeyBits();
        touch(view.session().keyExchange().name());
        touch(view.session().keyExchange().curve());
        checksum += view.session().keyExchange().bits();
        touch(view.session().serverSignature());
        touch(view.session().clientSignature());
    }

    private void touch(TlsSignatureView view) {
        touch(view.name());
        touch(view.curve());
        touch(view.digest());
        checksum += view.bits() + (view.isRawPublicKey() ? 1 : 0);
    }

    private void touch(DeliveryView view) {
        touch(view.queueId());
        touch(view.recipient());
        touch(view.originalRecipient());
        touch(view.relay().text());
        touch(view.relay().name());
        touch(view.relay().address());
        touch(view.relay().port());
        checksum += view.connectionUse() + view.delayMillis() + size(view.status());
        checksum += view.beforeQueueManagerMillis() + view.inQueueManagerMillis();
        checksum += view.connectionSetupMillis() + view.transmissionMillis();
        touch(view.delay());
        touch(view.delays());
        touch(view.tls());
        touch(view.dsn());
        touch(view.statusWord());
        touch(view.text());
        checksum += view.isTruncated() ? 1 : 0;
    }

    private void touch(PeerView view) {
        if (view.isPresent()) {
            touch(view.text());
            touch(view.name());
            touch(view.address());
            touch(view.port());
            checksum += view.isUnknown() ? 1 : 0;
        }
    }

    private void touch(AsciiView view) {
        checksum += view.length() + view.parseInt();
        checksum += view.isEmpty() ? 0 : view.byteAt(0);
    }

    private static int size(Enum<?> word) {
        return word.name().length();
    }

    private static byte[] repeat(String text, int times) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream(times * bytes.length);
        for (int i = 0; i < times; i++) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }
}
