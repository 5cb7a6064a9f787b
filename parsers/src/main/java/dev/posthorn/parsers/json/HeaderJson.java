package dev.posthorn.parsers.json;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.Arrays;

/**
 * Host and tag, which stand in every line and are nearly always those of a line before: what they came to is kept, a place
 * for each value of a hash, where the next one of that place takes its turn.
 *
 * <pre>
 *   place:  key   mail postfix/smtp
 *           json  ,"host":"mail","tag":"postfix/smtp","instance":"postfix","program":"smtp"
 * </pre>
 */
final class HeaderJson {

    private static final int PLACES = 64;

    /** Longer ones are made anew each time. */
    private static final int MOST_KEY = 128;

    private static final int MOST_JSON = 512;

    private final JsonBytes json;
    private final byte[][] keys = new byte[PLACES][MOST_KEY];
    private final int[] hostLengths = new int[PLACES];
    private final int[] keyLengths = new int[PLACES];
    private final int[] programLengths = new int[PLACES];
    private final byte[][] made = new byte[PLACES][MOST_JSON];
    private final int[] madeLengths = new int[PLACES];

    HeaderJson(JsonBytes json) {
        this.json = json;
    }

    void members(EnvelopeView envelope) {
        AsciiView host = envelope.host();
        AsciiView tag = envelope.tag();
        if (host.isEmpty() || tag.isEmpty() || host.length() + tag.length() > MOST_KEY) {
            make(envelope, host, tag);
            return;
        }
        int place = ByteSearch.hashOfLast(tag.array(), tag.from(), tag.to()) & (PLACES - 1);
        if (isKept(place, host, tag, envelope.program().length())) {
            json.literal(made[place], madeLengths[place]);
            return;
        }
        int from = json.size();
        make(envelope, host, tag);
        if (json.size() - from <= MOST_JSON) {
            keep(place, host, tag, from);
            programLengths[place] = envelope.program().length();
        }
    }

    private void make(EnvelopeView envelope, AsciiView host, AsciiView tag) {
        json.text(Member.HOST, host);
        json.text(Member.TAG, tag);
        json.text(Member.INSTANCE, envelope.instance());
        json.text(Member.PROGRAM, envelope.program());
    }

    private boolean isKept(int place, AsciiView host, AsciiView tag, int programLength) {
        int hostLength = hostLengths[place];
        int keyLength = keyLengths[place];
        byte[] key = keys[place];
        return hostLength == host.length()
                && keyLength == hostLength + tag.length()
                && programLengths[place] == programLength
                && Arrays.equals(key, 0, hostLength, host.array(), host.from(), host.to())
                && Arrays.equals(key, hostLength, keyLength, tag.array(), tag.from(), tag.to());
    }

    private void keep(int place, AsciiView host, AsciiView tag, int from) {
        System.arraycopy(host.array(), host.from(), keys[place], 0, host.length());
        System.arraycopy(tag.array(), tag.from(), keys[place], host.length(), tag.length());
        hostLengths[place] = host.length();
        keyLengths[place] = host.length() + tag.length();
        json.copyFrom(from, made[place]);
        madeLengths[place] = json.size() - from;
    }
}
