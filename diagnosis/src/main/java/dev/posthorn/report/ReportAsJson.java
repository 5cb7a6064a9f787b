package dev.posthorn.report;

import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serial;
import java.io.Serializable;

/**
 * What Java's serialisation writes in place of a report: its JSON. So there is one form of a report outside of memory, and one
 * reader, which checks it.
 */
final class ReportAsJson implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean isTraffic;
    private final String json;

    ReportAsJson(boolean isTraffic, String json) {
        this.isTraffic = isTraffic;
        this.json = json;
    }

    @Serial
    private Object readResolve() throws ObjectStreamException {
        try {
            return isTraffic ? TrafficReport.parseJson(json) : TlsReport.parseJson(json);
        } catch (IllegalArgumentException damaged) {
            InvalidObjectException invalid = new InvalidObjectException(String.valueOf(damaged.getMessage()));
            invalid.initCause(damaged);
            throw invalid;
        }
    }
}
