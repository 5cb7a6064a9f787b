package dev.posthorn.parsers.json;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.files.Origin;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.TimestampView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members that every event has: its kind, its place, its header. */
final class EnvelopeJson {

    static final BytesOfConstants<MaillogKind> KINDS = BytesOfConstants.members(Member.KIND, MaillogKind.class);
    private static final BytesOfConstants<Severity> SEVERITIES =
            BytesOfConstants.members(Member.SEVERITY, Severity.class);

    private final JsonBytes json;
    private final HeaderJson headers;
    private final AsciiView file = new AsciiView();

    /** The origin that {@link #file} names. */
    private @Nullable Origin origin;

    EnvelopeJson(JsonBytes json) {
        this.json = json;
        this.headers = new HeaderJson(json);
    }

    void members(MaillogCursor cursor) {
        EnvelopeView envelope = cursor.envelope();
        json.member(KINDS.of(cursor.kind()));
        json.number(Member.LINE, envelope.lineNumber());
        json.number(Member.OFFSET, envelope.lineOffset());
        json.number(Member.SIZE, envelope.lineSize());
        json.text(Member.FILE, fileOf(cursor));
        time(Member.TIME, Member.ZONE, envelope.timestamp());
        time(Member.OUTER_TIME, Member.OUTER_ZONE, envelope.outerTimestamp());
        headers.members(envelope);
        json.number(Member.PID, envelope.pid());
        json.member(SEVERITIES.of(envelope.severity()));
    }

    @SuppressWarnings("ReferenceEquality") // One object for all lines of a file; a copy would only be named anew.
    private AsciiView fileOf(MaillogCursor cursor) {
        Optional<Origin> from = cursor.origin();
        if (from.isPresent() && from.get() != origin) {
            origin = from.get();
            byte[] name = origin.toString().getBytes(StandardCharsets.UTF_8);
            file.wrap(name, 0, name.length);
        }
        return file;
    }

    private void time(Member member, Member zone, TimestampView time) {
        if (!time.isPresent()) {
            return;
        }
        json.member(member.bytes);
        json.put('"');
        if (time.year() >= 0) {
            json.twoDigits(time.year() / 100 % 100); // No header has more than four digits for it.
            json.twoDigits(time.year() % 100);
            json.put('-');
        }
        json.twoDigits(time.month());
        json.put('-');
        json.twoDigits(time.day());
        json.put('T');
        json.twoDigits(time.hour());
        json.put(':');
        json.twoDigits(time.minute());
        json.put(':');
        json.twoDigits(time.second());
        if (!time.fraction().isEmpty()) {
            json.put('.');
            json.plain(time.fraction());
        }
        if (!time.utcOffset().isEmpty()) {
            json.plain(time.utcOffset());
        }
        json.put('"');
        json.text(zone, time.zone());
    }
}
