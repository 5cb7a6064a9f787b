package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.QueueId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The path of a message (fact sheet on Postfix log messages, sections 3.2 and 9 to 13). */
class MessageTrackerTest {

    private static final String ID = "3D2F11A0C4";
    private static final String NOTICE = "4D2F11A0C4";

    @Test
    void message_fromClientToRemoval() {
        List<MessagePath> messages = Lines.log()
                .smtpd(1, ID + ": client=mx1.example.com[192.0.2.10], sasl_method=PLAIN, sasl_username=alice")
                .program("postfix/cleanup", 2, ID + ": message-id=<x@example.com>")
                .program("postfix/qmgr", 3, ID + ": from=<a@example.com>, size=3988, nrcpt=1 (queue active)")
                .smtp(
                        4,
                        ID
                                + ": to=<b@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=1.3, delays=0.05/0.01/0.6/0.64, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5B2F)")
                .program("postfix/qmgr", 3, ID + ": removed")
                .messages();

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.queueId()).isEqualTo(new QueueId(ID));
            assertThat(message.origin()).isEqualTo(MessageOrigin.SMTP);
            assertThat(message.client().map(MailPeer::text)).contains("mx1.example.com[192.0.2.10]");
            assertThat(message.saslUsername()).contains("alice");
            assertThat(message.messageId()).contains("<x@example.com>");
            assertThat(message.sender()).contains("a@example.com");
            assertThat(message.size()).hasValue(3988);
            assertThat(message.recipientCount()).hasValue(1);
            assertThat(message.attempts())
                    .extracting(DeliveryAttempt::recipient, DeliveryAttempt::relay, DeliveryAttempt::dsn)
                    .containsExactly(tuple("b@example.net", "mx.example.net[192.0.2.25]:25", "2.0.0"));
            assertThat(message.attempts().get(0).queuedAs()).contains("5B2F");
            assertThat(message.attempts().get(0).delayMillis()).isEqualTo(1300);
            assertThat(message.end()).isEqualTo(MessageEnd.REMOVED);
            assertThat(message.fate()).isEqualTo(MessageFate.DELIVERED);
            assertThat(message.lineCount()).isEqualTo(5);
        });
    }

    @Test
    void bounce_linksTheNotification_whicheverLineComesFirst() {
        List<MessagePath> messages = Lines.log()
                .program("postfix/pickup", 1, ID + ": uid=0 from=<alice@example.org>")
                .smtp(
                        4,
                        ID
                                + ": to=<b@example.net>, relay=none, delay=1, delays=1/0/0/0, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=example.net type=A: Host not found)")
                .program("postfix/cleanup", 2, NOTICE + ": message-id=<y@example.org>")
                .program("postfix/bounce", 5, ID + ": sender non-delivery notification: " + NOTICE)
                .program("postfix/qmgr", 3, ID + ": removed")
                .program(
                        "postfix/local",
                        6,
                        NOTICE
                                + ": to=<alice@example.org>, relay=local, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (delivered to mailbox)")
                .program("postfix/qmgr", 3, NOTICE + ": removed")
                .messages();

        assertThat(messages)
                .extracting(
                        MessagePath::origin,
                        MessagePath::fate,
                        message -> message.cameFrom().map(QueueId::text).orElse("-"),
                        message -> message.becameOf().toString())
                .containsExactly(
                        tuple(MessageOrigin.LOCAL, MessageFate.BOUNCED, "-", "[" + NOTICE + "]"),
                        tuple(MessageOrigin.NOTIFICATION, MessageFate.DELIVERED, ID, "[]"));
    }

    @Test
    void filterOnThisHost_sendsTheMessageBackUnderAnotherId() {
        List<MessagePath> messages = Lines.log()
                .smtpd(
                        9,
                        NOTICE + ": client=localhost[127.0.0.1], orig_queue_id=" + ID
                                + ", orig_client=mx1.example.com[192.0.2.10]")
                .smtp(
                        4,
                        ID
                                + ": to=<b@example.net>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as "
                                + NOTICE + ")")
                .messages();

        assertThat(messages)
                .extracting(
                        message -> message.queueId().text(),
                        MessagePath::origin,
                        message -> message.becameOf().toString())
                .containsExactly(
                        tuple(NOTICE, MessageOrigin.REINJECTED, "[]"),
                        tuple(ID, MessageOrigin.UNKNOWN, "[" + NOTICE + "]"));
        assertThat(messages.get(0).cameFrom()).contains(new QueueId(ID));
    }

    @Test
    void deferred_thenSent_isDelivered() {
        assertThat(fate("deferred (later)", "sent (250 Ok)")).isEqualTo(MessageFate.DELIVERED);
        assertThat(fate("deferred (later)", "deferred (later)")).isEqualTo(MessageFate.DEFERRED);
        assertThat(fate("deferred (later)", "bounced (never)")).isEqualTo(MessageFate.BOUNCED);
    }

    private static MessageFate fate(String first, String second) {
        return Lines.log()
                .smtp(4, ID + ": to=<b@example.net>, relay=none, delay=1, delays=1/0/0/0, dsn=4.0.0, status=" + first)
                .smtp(4, ID + ": to=<b@example.net>, relay=none, delay=9, delays=1/0/0/0, dsn=4.0.0, status=" + second)
                .messages()
                .get(0)
                .fate();
    }

    @Test
    void recipientsWithDifferentFates_makeItPartlyDelivered() {
        List<MessagePath> messages = Lines.log()
                .smtp(
                        4,
                        ID
                                + ": to=<a@example.net>, relay=none, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 Ok)")
                .smtp(
                        4,
                        ID
                                + ": to=<b@example.net>, relay=none, delay=1, delays=1/0/0/0, dsn=5.0.0, status=bounced (no)")
                .messages();

        assertThat(messages).extracting(MessagePath::fate).containsExactly(MessageFate.PARTLY_DELIVERED);
    }

    @Test
    void shortIdUsedAgain_isAnotherMessage() {
        List<MessagePath> messages = Lines.log()
                .smtpd(1, ID + ": client=mx1.example.com[192.0.2.10]")
                .smtpd(1, ID + ": client=mx2.example.com[192.0.2.11]")
                .messages();

        assertThat(messages).extracting(MessagePath::end).containsExactly(MessageEnd.ID_REUSED, MessageEnd.END_OF_LOG);
    }

    @Test
    void sameId_onAnotherHost_isAnotherMessage() {
        List<MessagePath> messages = Lines.log()
                .line("Aug 23 21:56:15 mx1 postfix/qmgr[3]: " + ID + ": removed")
                .line("Aug 23 21:56:15 mx2 postfix/qmgr[3]: " + ID + ": removed")
                .messages();

        assertThat(messages).extracting(message -> message.host().orElse("-")).containsExactly("mx1", "mx2");
    }

    @Test
    void contentCheck_thatRejects_isTheFate() {
        List<MessagePath> messages = Lines.log()
                .smtpd(1, ID + ": client=mx1.example.com[192.0.2.10]")
                .program(
                        "postfix/cleanup",
                        2,
                        ID
                                + ": reject: header Subject: buy from mx1.example.com[192.0.2.10]; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<mx1>: no")
                .messages();

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.fate()).isEqualTo(MessageFate.REJECTED);
            assertThat(message.lines()).hasSize(1);
        });
    }
}
