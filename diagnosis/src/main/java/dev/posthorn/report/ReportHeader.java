package dev.posthorn.report;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;

/** How the JSON of every report begins: what it is, and the limits it needs before it can be read. */
final class ReportHeader {

    /** Grows when a reader of the form before would misread the new one. New members do not make it grow. */
    private static final int VERSION = 1;

    private ReportHeader() {}

    static void write(String report, ReportLimits limits, boolean isExact, JsonWriter json) {
        json.name("report").value(report).name("version").value(VERSION);
        json.name("keys").value(limits.keys()).name("messages").value(limits.messages());
        json.name("exact").value(isExact);
    }

    static ReportLimits read(String report, JsonReader json) {
        member("report", json);
        if (!json.string().equals(report)) {
            throw json.wrong("another report");
        }
        member("version", json);
        if (json.count() != VERSION) {
            throw json.wrong("a version that this release does not read");
        }
        member("keys", json);
        int keys = limit(json);
        member("messages", json);
        return new ReportLimits(keys, limit(json));
    }

    private static void member(String name, JsonReader json) {
        if (!json.hasNext() || !json.name().equals(name)) {
            throw json.wrong("no member \"" + name + "\"");
        }
    }

    private static int limit(JsonReader json) {
        long limit = json.count();
        if (limit > Integer.MAX_VALUE) {
            throw json.wrong("a limit that is too large");
        }
        return (int) limit;
    }
}
